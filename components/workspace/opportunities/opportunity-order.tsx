"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Opportunity } from "@/lib/api/opportunities";
import { worthOf } from "@/lib/journey/score";
import { CardName, TasksOf } from "./card-parts";
import { isScored } from "./place-points";
import { cardKey } from "./use-card-changes";

interface OpportunityOrderProps {
  readonly slug: string;
  readonly rows: readonly Opportunity[];
  /** How many have no score. */
  readonly unscored: number;
  readonly onMake?: (row: Opportunity) => Promise<void>;
}

/** What to do first, and why; what has no score yet comes behind, without a place. */
export function OpportunityOrder(props: OpportunityOrderProps) {
  const { slug, rows, unscored, onMake } = props;
  const t = useTranslations("opportunities.order");
  const scored = rows.filter(isScored);
  const others = rows.filter((row) => !isScored(row));
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-3xl text-sm text-pretty text-ink-2">
        <p>{t("formula")}</p>
        <p className="mt-1">{t("ties")}</p>
      </div>
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {scored.map((row) => (
          <Item key={cardKey(row)} {...{ slug, row, onMake }} />
        ))}
      </ol>
      {others.length > 0 ? (
        <Fragment>
          <h2 className="mt-2 text-md">{t("unscored", { count: unscored })}</h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {others.map((row) => (
              <Item key={cardKey(row)} {...{ slug, row, onMake }} />
            ))}
          </ul>
        </Fragment>
      ) : null}
    </div>
  );
}

type ItemProps = Pick<OpportunityOrderProps, "slug" | "onMake"> & {
  readonly row: Opportunity;
};

function Item({ slug, row, onMake }: ItemProps) {
  const t = useTranslations("opportunities.order");
  const format = useFormatter();
  const { score, priority, rank } = row;
  return (
    <li className="flex flex-col gap-2 px-4 py-3 sm:flex-row sm:items-start sm:gap-4">
      <span className="w-10 shrink-0 text-lg font-semibold text-ink-3 tabular-nums max-sm:hidden">
        {rank ?? ""}
      </span>
      <div className="min-w-0 flex-1">
        {rank === null ? null : (
          <span className="text-xs font-semibold text-ink-3 sm:hidden">
            {t("place", { rank })}
          </span>
        )}
        <CardName slug={slug} card={row} />
        {score && priority !== null ? (
          <p className="mt-1 text-xs text-ink-2">
            {t("sum", {
              worth: worthOf(score),
              effort: format.number(score.effort),
              priority: format.number(priority, { maximumFractionDigits: 1 }),
            })}
          </p>
        ) : null}
      </div>
      <div className="shrink-0">
        <TasksOf card={row} onMake={onMake} />
      </div>
    </li>
  );
}
