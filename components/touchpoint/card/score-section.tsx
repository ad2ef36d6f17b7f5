"use client";

import { useTranslations } from "next-intl";
import { worthOf } from "@/lib/journey/score";
import { Section } from "../section";
import type { CardPartProps } from "./card-part-props";
import { ScoreFields } from "./score-fields";

/** How much an opportunity is worth, and what it costs. */
export function ScoreSection({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.score");
  const { score } = card;
  return (
    <Section
      name="score"
      title={t("title")}
      isOpenAtFirst
      summary={score ? worthOf(score) : undefined}
    >
      <ScoreFields card={card} canWrite={canWrite} />
    </Section>
  );
}
