"use client";

import { MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEditorUi } from "@/components/map/editor-ui";
import { IconButton } from "@/components/ui/icon-button";
import type { AnchorKind } from "@/lib/api/comments";
import { CommentMark } from "./comment-mark";
import { useAnchorCount, useTalk } from "./talk-context";

interface TalkHereProps {
  readonly kind: Exclude<AnchorKind, "map">;
  readonly id: string;
}

/** What is said about a thing of the list; where nobody said anything, whoever may begins here. */
export function TalkHere(props: TalkHereProps) {
  const { mayComment } = useTalk();
  const count = useAnchorCount(props.id);
  if (count) return <CommentMark {...props} />;
  return mayComment ? <Begin {...props} /> : null;
}

function Begin({ kind, id }: TalkHereProps) {
  const t = useTranslations("conversation.write");
  const { openRecord } = useEditorUi();
  return (
    <IconButton
      label={t(kind)}
      onPress={() =>
        openRecord({
          kind: "conversation",
          about: { kind, id },
          threadId: null,
        })
      }
    >
      <MessageSquarePlus aria-hidden="true" />
    </IconButton>
  );
}
