"use client";

import { useTranslations } from "next-intl";
import { Section } from "../section";
import type { CardPartProps } from "./card-part-props";
import { DecisionFields } from "./decision-fields";

/** What was decided about a pain or a gain, and why. */
export function DecisionSection({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.decision");
  const { decision } = card;
  return (
    <Section
      name="decision"
      title={t("title")}
      isOpenAtFirst
      summary={decision ? t(`statuses.${decision.status}`) : undefined}
    >
      <DecisionFields card={card} canWrite={canWrite} />
    </Section>
  );
}
