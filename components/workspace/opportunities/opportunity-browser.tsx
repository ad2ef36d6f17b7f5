"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { cx } from "@/components/ui/cx";
import { Select, type SelectOption } from "@/components/ui/select";
import type { OpportunityList, PainList } from "@/lib/api/opportunities";
import { LinkTabs } from "../link-tabs";
import { PageHeader } from "../page-header";
import { OpportunityCards } from "./opportunity-cards";
import {
  OPPORTUNITY_LOOKS,
  writeOpportunityView,
  type OpportunityView,
} from "./opportunity-view";
import { PainCards } from "./pain-cards";

/** The first page, as the look needs it. */
export type FirstCards =
  | { readonly of: "opportunities"; readonly list: OpportunityList }
  | { readonly of: "pains"; readonly list: PainList };

interface OpportunityBrowserProps {
  readonly slug: string;
  readonly view: OpportunityView;
  readonly first: FirstCards;
  readonly journeys: readonly SelectOption[];
  readonly mayEdit: boolean;
}

const everything = "all";

/** What could be better in all journeys: what to do about it, in which order, and what was decided. */
export function OpportunityBrowser(props: OpportunityBrowserProps) {
  const { slug, view, first, journeys, mayEdit } = props;
  const t = useTranslations("opportunities");
  const router = useRouter();
  const [isLoading, startTransition] = useTransition();
  const address = writeOpportunityView(view);
  const hrefOf = (next: OpportunityView) =>
    `/w/${slug}/opportunities${writeOpportunityView(next)}`;
  const show = (next: OpportunityView) =>
    startTransition(() => router.replace(hrefOf(next)));
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(`description.${view.look}`)}
      />
      <div className="mb-4 border-b border-line">
        <LinkTabs
          label={t("look.label")}
          tabs={OPPORTUNITY_LOOKS.map((look) => ({
            id: look,
            label: t(`look.${look}`),
            href: hrefOf({ ...view, look }),
          }))}
          selected={view.look}
        />
      </div>
      {journeys.length > 1 || view.journey !== null ? (
        <Select
          size="sm"
          label={t("journey")}
          isLabelHidden
          options={[{ id: everything, label: t("allJourneys") }, ...journeys]}
          value={view.journey ?? everything}
          onChange={(id) =>
            show({ ...view, journey: id === everything ? null : id })
          }
          className="mb-4 w-full sm:w-72"
        />
      ) : null}
      <div
        className={cx("transition-opacity", isLoading && "opacity-60")}
        aria-busy={isLoading}
      >
        {first.of === "pains" ? (
          <PainCards
            key={address}
            {...{ slug, view, mayEdit, show }}
            first={first.list}
          />
        ) : (
          <OpportunityCards
            key={address}
            {...{ slug, view, mayEdit, show }}
            first={first.list}
          />
        )}
      </div>
    </>
  );
}

/** What each look is given. */
export interface LookProps<List> {
  readonly slug: string;
  readonly view: OpportunityView;
  readonly first: List;
  readonly mayEdit: boolean;
  readonly show: (view: OpportunityView) => void;
}
