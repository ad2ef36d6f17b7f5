"use client";

import { useTranslations } from "next-intl";
import type { CommentItem } from "@/lib/api/comments";
import { segmentsOf } from "@/lib/conversation/words";

/** What somebody said: plain words, with addresses to follow and people to know. */
export function CommentText({
  comment,
}: {
  readonly comment: Pick<CommentItem, "body" | "mentions">;
}) {
  const t = useTranslations("conversation");
  const names = new Map(comment.mentions.map(({ id, name }) => [id, name]));
  return (
    <p className="text-sm leading-6 break-words whitespace-pre-wrap">
      {segmentsOf(comment.body).map((segment, at) => {
        switch (segment.kind) {
          case "text":
            return segment.text;
          case "link":
            return (
              <a
                key={at}
                href={segment.href}
                target="_blank"
                rel="noopener noreferrer nofollow"
                className="rounded-xs break-all text-accent underline underline-offset-2"
              >
                {segment.text}
              </a>
            );
          case "mention":
            return (
              <span
                key={at}
                className="rounded-xs bg-accent-tint px-0.5 font-medium text-accent"
              >
                {`@${names.get(segment.userId) ?? t("formerMember")}`}
              </span>
            );
        }
      })}
    </p>
  );
}
