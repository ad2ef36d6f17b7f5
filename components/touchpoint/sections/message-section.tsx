"use client";

import { useTranslations } from "next-intl";
import { Section } from "../section";
import { MessageFields } from "./message-fields";
import type { SectionPartProps } from "./section-props";

/** What should be said beside what is said, and whether the two agree. */
export function MessageSection(props: SectionPartProps) {
  const t = useTranslations("touchpoint.message");
  const map = useTranslations("map");
  const { message, messageStatus } = props.touchpoint;
  return (
    <Section
      name="message"
      title={t("title")}
      isOpenAtFirst
      summary={messageStatus ? map(`messageStatus.${messageStatus}`) : message}
    >
      <MessageFields {...props} />
    </Section>
  );
}
