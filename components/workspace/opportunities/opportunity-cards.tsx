"use client";

import { Lightbulb } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Opportunity, OpportunityList } from "@/lib/api/opportunities";
import type { Score } from "@/lib/journey/journey-map";
import { priorityOf } from "@/lib/journey/score";
import { MoreButton } from "../lists/more-button";
import type { LookProps } from "./opportunity-browser";
import { OpportunityMatrix } from "./opportunity-matrix";
import { OpportunityOrder } from "./opportunity-order";
import { OpportunityTable } from "./opportunity-table";
import { AllOwned, OwnerNarrow } from "./owner-narrow";
import { opportunityPath } from "./opportunity-view";
import { isScored } from "./place-points";
import { useLiveCards } from "./use-live-cards";

const rowsOf = ({ opportunities }: OpportunityList) => opportunities;

/** The opportunities as a table, as a matrix or in their order. */
export function OpportunityCards(props: LookProps<OpportunityList>) {
  const { slug, view, first, mayEdit, show } = props;
  const t = useTranslations("opportunities");
  const { list, rows, change, follow } = useLiveCards<
    Opportunity,
    OpportunityList
  >({
    slug,
    path: opportunityPath(slug, view),
    first,
    rowsOf,
  });
  const { scored, unscored, withoutOwner } = list.page.counts;
  if (rows.length === 0 && view.isUnowned)
    return <AllOwned {...{ view, show }} />;
  if (rows.length === 0)
    return (
      <NoOpportunities
        slug={slug}
        onClear={
          view.journey === null ? null : () => show({ ...view, journey: null })
        }
      />
    );
  const score = (row: Opportunity, next: Score) =>
    void change(
      row,
      { score: next },
      { score: next, priority: priorityOf(next) },
    );
  const make = mayEdit
    ? (row: Opportunity) => follow(row, "action")
    : undefined;
  const head = (
    <div className="flex empty:hidden">
      <OwnerNarrow {...{ view, show }} count={withoutOwner} />
    </div>
  );
  const foot = (
    <>
      <MoreButton list={list} shown={list.rows.length} label={t("more")} />
      <p role="status" className="text-xs text-ink-3">
        {t("count", { scored, unscored })}
      </p>
    </>
  );
  switch (view.look) {
    case "matrix":
      return (
        <div className="flex flex-col gap-3">
          {head}
          <OpportunityMatrix
            {...{ slug, rows }}
            left={Math.max(0, scored - rows.filter(isScored).length)}
          />
          {foot}
        </div>
      );
    case "order":
      return (
        <div className="flex flex-col gap-3">
          {head}
          <OpportunityOrder {...{ slug, rows, unscored }} onMake={make} />
          {foot}
        </div>
      );
    default:
      return (
        <div className="flex flex-col gap-3">
          {head}
          <OpportunityTable
            {...{ slug, rows }}
            sort={view.sort}
            onSort={(sort) => show({ ...view, sort })}
            onScore={mayEdit ? score : undefined}
            onMake={make}
          />
          {foot}
        </div>
      );
  }
}

function NoOpportunities({
  slug,
  onClear,
}: {
  slug: string;
  onClear: (() => void) | null;
}) {
  const t = useTranslations("opportunities");
  if (onClear)
    return (
      <EmptyState
        title={t("empty.filtered")}
        action={<Button onPress={onClear}>{t("allJourneys")}</Button>}
      />
    );
  return (
    <EmptyState
      icon={<Lightbulb aria-hidden="true" />}
      title={t("empty.title")}
      action={
        <>
          <ButtonLink
            href={`/w/${slug}/opportunities?view=pains`}
            variant="primary"
          >
            {t("empty.toPains")}
          </ButtonLink>
          <ButtonLink href={`/w/${slug}/journeys`}>
            {t("empty.toJourneys")}
          </ButtonLink>
        </>
      }
    >
      {t("empty.text")}
    </EmptyState>
  );
}
