"use client";

import { useTranslations } from "next-intl";
import { api } from "@/components/workspace/api-client";
import type { AnchorRef, ThreadDetail } from "@/lib/api/comments";
import { Composer } from "./composer";
import { useTalk } from "./talk-context";

interface NewThreadProps {
  readonly anchor: AnchorRef;
  /** What it is about, for those who do not see where it stands. */
  readonly label: string;
  readonly isFocusedAtFirst?: boolean;
}

/** Begins a conversation; nothing for who only reads. */
export function NewThread(props: NewThreadProps) {
  const { anchor, label, isFocusedAtFirst } = props;
  const t = useTranslations("conversation");
  const { mayComment, base, journeyId, changed } = useTalk();
  if (!mayComment) return null;
  const path = `${base}/journeys/${journeyId}/threads`;
  return (
    <Composer
      key={anchor.id ?? "map"}
      place={`about:${journeyId}:${anchor.id ?? "map"}`}
      label={label}
      sendLabel={t("comment")}
      isFocusedAtFirst={isFocusedAtFirst}
      onSent={() => void changed()}
      send={(body, idempotencyKey) =>
        api<ThreadDetail>(path, {
          method: "POST",
          body: { anchor, body },
          idempotencyKey,
        })
      }
    />
  );
}
