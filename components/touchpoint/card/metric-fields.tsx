"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { readFigure } from "@/lib/insight/read-figure";
import type { Metric } from "@/lib/journey/journey-map";
import { CommitField } from "../fields/commit-field";
import type { CardPartProps } from "./card-part-props";
import { useSetCard } from "./use-card";

const AS_TYPED = { maximumFractionDigits: 6 } as const;

/** A figure as one writes it: "46,1 %", "€ 12", "3 days". */
export function MetricFields({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.metric");
  const format = useFormatter();
  const locale = useLocale();
  const set = useSetCard(card.id);
  const [isUnread, setUnread] = useState(false);
  const { metric } = card;
  const said = metric
    ? `${format.number(metric.value, AS_TYPED)} ${metric.unit}`.trim()
    : "";
  const commit = (typed: string) => {
    const read = typed === "" ? null : metricOf(typed, locale);
    setUnread(read === undefined);
    if (read !== undefined) set({ metric: read });
  };
  return (
    <CommitField
      label={t("figure")}
      placeholder={t("figureHint")}
      errorMessage={isUnread ? t("unread") : null}
      value={said}
      maxLength={1_000}
      onCommit={commit}
      isDisabled={!canWrite}
    />
  );
}

/** All that stands behind the number is what it counts; undefined where there is no number. */
function metricOf(typed: string, locale: string): Metric | undefined {
  const read = readFigure(typed, locale);
  if (read === null) return undefined;
  const { value, unit, rest } = read;
  return { value, unit: [unit, rest].filter(Boolean).join(" ") };
}
