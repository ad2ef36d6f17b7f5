"use client";

import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTotalCount } from "@/components/conversation/talk-context";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { useEditorUi } from "../editor-ui";

/** Opens what is said about the map; says whether there is something new. On a phone it is in the menu. */
export function TalkButton() {
  const t = useTranslations("conversation");
  const { record, openRecord } = useEditorUi();
  const { open, unread } = useTotalCount();
  const isOpen = record?.kind === "conversation";
  const told = unread > 0 ? t("mark.unread", { open, unread }) : null;
  return (
    <span className="relative max-sm:hidden">
      <IconButton
        label={told ? `${t("title")}: ${told}` : t("title")}
        aria-expanded={isOpen}
        onPress={() =>
          openRecord(
            isOpen
              ? null
              : { kind: "conversation", about: null, threadId: null },
          )
        }
      >
        <MessagesSquare aria-hidden="true" />
      </IconButton>
      <span
        aria-hidden="true"
        className={cx(
          "pointer-events-none absolute top-1 right-1 size-2 rounded-full bg-accent",
          unread === 0 && "hidden",
        )}
      />
    </span>
  );
}
