"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import type { Opportunity } from "@/lib/api/opportunities";
import {
  isScored,
  MATRIX_VALUES,
  placePoints,
  quarterOf,
  QUARTERS,
  valueOf,
  type MatrixPoint,
  type MatrixValue,
  type Quarter,
} from "./place-points";
import { cardKey } from "./use-card-changes";

interface OpportunityMatrixProps {
  readonly slug: string;
  readonly rows: readonly Opportunity[];
  /** How many have a score but are not among the rows. */
  readonly left: number;
}

const corners: Readonly<Record<Quarter, string>> = {
  first: "top-2 left-3",
  plan: "top-2 right-3 text-right",
  later: "bottom-2 left-3",
  "rather-not": "right-3 bottom-2 text-right",
};

/** Value against effort. The same in words stands below, quarter by quarter. */
export function OpportunityMatrix(props: OpportunityMatrixProps) {
  const { slug, rows, left } = props;
  const t = useTranslations("opportunities.matrix");
  const [value, setValue] = useState<MatrixValue>("worth");
  const points = placePoints(rows, value);
  return (
    <div className="flex flex-col gap-4">
      <Select
        size="sm"
        label={t("upright")}
        options={MATRIX_VALUES.map((id) => ({ id, label: t(`value.${id}`) }))}
        value={value}
        onChange={setValue}
        className="w-full sm:w-64"
      />
      <figure className="flex flex-col gap-1">
        <div className="flex gap-1">
          <span
            aria-hidden="true"
            className="rotate-180 self-center text-xs text-ink-3 [writing-mode:vertical-rl]"
          >
            {t(`value.${value}`)} →
          </span>
          <div className="relative h-[min(28rem,70vh)] min-h-72 flex-1 rounded-lg border border-line bg-surface">
            <div className="absolute inset-y-0 left-1/2 border-l border-dashed border-line-strong" />
            <div className="absolute inset-x-0 top-1/2 border-t border-dashed border-line-strong" />
            {QUARTERS.map((quarter) => (
              <span
                key={quarter}
                aria-hidden="true"
                className={cx(
                  "absolute max-w-[45%] text-xs font-medium text-ink-3",
                  corners[quarter],
                )}
              >
                {t(`quarter.${quarter}`)}
              </span>
            ))}
            <div className="absolute inset-8">
              {points.map((point) => (
                <Point
                  key={cardKey(point.rows[0]!)}
                  {...{ slug, point, value }}
                />
              ))}
            </div>
          </div>
        </div>
        <figcaption className="pl-5 text-center text-xs text-ink-3">
          <span aria-hidden="true">{t("effort")} →</span>
          <span className="sr-only">{t("caption")}</span>
        </figcaption>
      </figure>
      {left > 0 ? (
        <p className="text-sm text-ink-2">
          {t("left", { shown: rows.filter(isScored).length, left })}
        </p>
      ) : null}
      <InWords {...{ slug, rows, value }} />
    </div>
  );
}

interface PointProps {
  readonly slug: string;
  readonly point: MatrixPoint;
  readonly value: MatrixValue;
}

const pointStyle =
  "finger absolute flex h-7 min-w-7 -translate-x-1/2 translate-y-1/2 items-center justify-center rounded-full border border-accent bg-accent-tint px-1.5 text-xs font-semibold text-accent tabular-nums hover:z-10 hover:bg-accent hover:text-accent-ink focus-visible:z-10";

/** One opportunity leads to its card; several on one spot open a list. */
function Point({ slug, point, value }: PointProps) {
  const t = useTranslations("opportunities.matrix");
  const words = useNaming();
  const { rows, x, y } = point;
  const place = { left: `${x * 100}%`, bottom: `${y * 100}%` };
  const [first] = rows;
  if (rows.length === 1 && first)
    return (
      <Link
        href={hrefOf(slug, first)}
        aria-label={words(first, value)}
        title={first.text}
        style={place}
        className={pointStyle}
      >
        {first.rank}
      </Link>
    );
  return (
    <Popover
      label={t("here", { count: rows.length })}
      className="w-72"
      trigger={
        <AriaButton
          aria-label={t("here", { count: rows.length })}
          style={place}
          className={pointStyle}
        >
          {t("several", { count: rows.length })}
        </AriaButton>
      }
    >
      <ol className="flex flex-col gap-2 text-sm">
        {rows.map((row) => (
          <Line key={cardKey(row)} {...{ slug, row }} />
        ))}
      </ol>
    </Popover>
  );
}

const hrefOf = (slug: string, { journey, cardId }: Opportunity) =>
  `/w/${slug}/journeys/${journey.id}?card=${cardId}`;

/** An opportunity with what places it, in a line. */
function useNaming() {
  const t = useTranslations("opportunities.matrix");
  const untitled = useTranslations("opportunities")("untitled");
  const format = useFormatter();
  return (row: Opportunity, value: MatrixValue) =>
    row.score === null
      ? row.text
      : t("named", {
          rank: row.rank ?? 0,
          text: row.text || untitled,
          value: format.number(valueOf(row.score, value)),
          effort: format.number(row.score.effort),
        });
}

function Line({ slug, row }: { slug: string; row: Opportunity }) {
  const t = useTranslations("opportunities");
  return (
    <li className="flex min-w-0 gap-2">
      <span className="w-6 shrink-0 text-right font-semibold text-ink-3 tabular-nums">
        {row.rank}
      </span>
      <Link
        href={hrefOf(slug, row)}
        className="min-w-0 rounded-xs wrap-anywhere hyphens-auto hover:text-accent hover:underline pointer-coarse:min-h-11"
      >
        {row.text || t("untitled")}
      </Link>
    </li>
  );
}

interface InWordsProps {
  readonly slug: string;
  readonly rows: readonly Opportunity[];
  readonly value: MatrixValue;
}

/** What the picture shows, for those who do not see it and as its legend. */
function InWords({ slug, rows, value }: InWordsProps) {
  const t = useTranslations("opportunities.matrix");
  const scored = rows.filter(isScored);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {QUARTERS.map((quarter) => {
        const inside = scored.filter(
          ({ score }) => quarterOf(score, value) === quarter,
        );
        return (
          <section
            key={quarter}
            aria-labelledby={`quarter-${quarter}`}
            className="min-w-0 rounded-lg border border-line bg-surface px-4 py-3"
          >
            <h2
              id={`quarter-${quarter}`}
              className="mb-2 text-sm font-semibold"
            >
              {t(`quarter.${quarter}`)}{" "}
              <span className="font-normal text-ink-3">
                {t(`because.${quarter}`)}
              </span>
            </h2>
            {inside.length > 0 ? (
              <ol className="flex flex-col gap-1.5 text-sm">
                {inside.map((row) => (
                  <Line key={cardKey(row)} {...{ slug, row }} />
                ))}
              </ol>
            ) : (
              <p className="text-sm text-ink-3">{t("none")}</p>
            )}
          </section>
        );
      })}
    </div>
  );
}
