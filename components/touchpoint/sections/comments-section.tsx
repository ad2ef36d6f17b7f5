"use client";

import { useTranslations } from "next-intl";
import { useAnchorCount } from "@/components/conversation/talk-context";
import { lazyPart } from "@/components/ui/lazy-part";
import { Section } from "../section";

const TalkAbout = lazyPart(
  async () => (await import("@/components/conversation/talk-about")).TalkAbout,
  { takesKeys: false },
);

interface CommentsSectionProps {
  readonly kind: "touchpoint" | "card";
  readonly id: string;
}

/** What people say about it. */
export function CommentsSection({ kind, id }: CommentsSectionProps) {
  const t = useTranslations("conversation");
  const count = useAnchorCount(id);
  return (
    <Section
      name="comments"
      title={t("comments")}
      isOpenAtFirst
      summary={t("mark.open", { open: count?.open ?? 0 })}
    >
      <TalkAbout key={id} {...{ kind, id }} />
    </Section>
  );
}
