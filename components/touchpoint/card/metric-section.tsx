"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Section } from "../section";
import type { CardPartProps } from "./card-part-props";
import { MetricFields } from "./metric-fields";

/** A figure and what it counts. */
export function MetricSection({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.metric");
  const format = useFormatter();
  const { metric } = card;
  return (
    <Section
      name="metric"
      title={t("title")}
      isOpenAtFirst
      summary={
        metric ? `${format.number(metric.value)} ${metric.unit}` : undefined
      }
    >
      <MetricFields card={card} canWrite={canWrite} />
    </Section>
  );
}
