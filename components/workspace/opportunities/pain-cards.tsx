"use client";

import { CircleCheck, Frown } from "lucide-react";
import { useTranslations } from "next-intl";
import { ToggleButton } from "react-aria-components";
import { buttonStyle } from "@/components/ui/button-style";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import type { Pain, PainList as Pains } from "@/lib/api/opportunities";
import { MoreButton } from "../lists/more-button";
import type { LookProps } from "./opportunity-browser";
import { LOG_FILTERS, opportunityPath } from "./opportunity-view";
import { AllOwned, OwnerNarrow } from "./owner-narrow";
import { PainList } from "./pain-list";
import { useLiveCards } from "./use-live-cards";

const rowsOf = ({ pains }: Pains) => pains;

/** The pains that wait for a decision, or the log of what was decided. */
export function PainCards(props: LookProps<Pains>) {
  const { slug, view, first, mayEdit, show } = props;
  const t = useTranslations("opportunities.pains");
  const {
    list,
    rows: pains,
    change,
    follow,
  } = useLiveCards<Pain, Pains>({
    slug,
    path: opportunityPath(slug, view),
    first,
    rowsOf,
  });
  const { decided, undecided, withoutOwner } = list.page.counts;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {decided + undecided > 0 ? (
          <Narrow {...props} undecided={undecided} />
        ) : null}
        <OwnerNarrow {...{ view, show }} count={withoutOwner} />
      </div>
      {pains.length > 0 ? (
        <PainList
          {...{ slug, pains }}
          label={t(view.look === "decisions" ? "log" : "list")}
          onDecide={
            mayEdit
              ? (pain, decision) =>
                  void change(pain, { decision }, { decision })
              : undefined
          }
          onMake={mayEdit ? follow : undefined}
        />
      ) : view.isUnowned ? (
        <AllOwned {...{ view, show }} />
      ) : (
        <NoPains {...props} hasAny={decided + undecided > 0} />
      )}
      <MoreButton list={list} shown={list.rows.length} label={t("more")} />
      <p role="status" className="text-xs text-ink-3">
        {t("count", { decided, undecided })}
      </p>
    </div>
  );
}

/** Which pains, or which decisions. */
function Narrow(props: LookProps<Pains> & { readonly undecided: number }) {
  const { view, show, undecided } = props;
  const t = useTranslations("opportunities.pains");
  const words = useTranslations("touchpoint.card.decision.statuses");
  if (view.look === "decisions")
    return (
      <Select
        size="sm"
        label={t("which")}
        isLabelHidden
        options={LOG_FILTERS.map((id) => ({
          id,
          label: id === "decided" ? t("allDecisions") : words(id),
        }))}
        value={view.decision}
        onChange={(decision) => show({ ...view, decision })}
        className="w-full sm:w-60"
      />
    );
  return (
    <ToggleButton
      isSelected={view.isOpenOnly}
      onChange={(isOpenOnly) => show({ ...view, isOpenOnly })}
      className={buttonStyle(
        "secondary",
        "md",
        "self-start whitespace-normal data-selected:border-accent data-selected:bg-accent-tint data-selected:text-accent",
      )}
    >
      {t("openOnly", { count: undecided })}
    </ToggleButton>
  );
}

function NoPains({
  slug,
  view,
  hasAny,
}: LookProps<Pains> & { readonly hasAny: boolean }) {
  const t = useTranslations("opportunities.pains");
  if (!hasAny)
    return (
      <EmptyState
        icon={<Frown aria-hidden="true" />}
        title={t("empty.title")}
        action={
          <ButtonLink href={`/w/${slug}/journeys`} variant="primary">
            {t("empty.toJourneys")}
          </ButtonLink>
        }
      >
        {t("empty.text")}
      </EmptyState>
    );
  if (view.look === "decisions")
    return (
      <EmptyState
        title={t("empty.noDecisions")}
        action={
          <ButtonLink
            href={`/w/${slug}/opportunities?view=pains`}
            variant="primary"
          >
            {t("empty.toPains")}
          </ButtonLink>
        }
      >
        {t("empty.noDecisionsText")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<CircleCheck aria-hidden="true" />}
      title={t("empty.allDecided")}
      action={
        <ButtonLink href={`/w/${slug}/opportunities?view=decisions`}>
          {t("empty.toDecisions")}
        </ButtonLink>
      }
    />
  );
}
