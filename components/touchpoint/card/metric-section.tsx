"use client";

import { useFormatter, useTranslations } from "next-intl";
import { CommitField } from "../fields/commit-field";
import { NumberInput } from "../fields/number-input";
import { Section } from "../section";
import type { CardPartProps } from "./card-part-props";
import { useSetCard } from "./use-card";

/** A figure and what it counts. */
export function MetricSection({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.metric");
  const format = useFormatter();
  const set = useSetCard(card.id);
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
      <div className="grid grid-cols-2 gap-4">
        <NumberInput
          label={t("value")}
          value={metric?.value ?? null}
          format={{ maximumFractionDigits: 6 }}
          onCommit={(value) =>
            set({
              metric:
                value === null ? null : { value, unit: metric?.unit ?? "" },
            })
          }
          isDisabled={!canWrite}
        />
        <CommitField
          label={t("unit")}
          placeholder={t("unitHint")}
          value={metric?.unit ?? ""}
          maxLength={1_000}
          onCommit={(unit) =>
            metric && set({ metric: { value: metric.value, unit } })
          }
          isDisabled={!canWrite || !metric}
        />
      </div>
    </Section>
  );
}
