"use client";

import { GitCompareArrows } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { compareCurves, sumsOf } from "@/lib/insight/compare";
import { PageHeader } from "../page-header";
import { CompareChart } from "./compare-chart";
import { compareHref, type CompareSide, type Side } from "./compare-href";
import { CompareTable } from "./compare-table";
import { JourneyTabs } from "./journey-tabs";

interface ComparePageProps {
  readonly slug: string;
  /** Active journeys, each with its state. */
  readonly journeys: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: "current" | "future";
  }[];
  readonly first: CompareSide | null;
  readonly second: CompareSide | null;
}

/** Two curves beside each other: how it is and how it shall be, or how two personas feel on the same way. */
export function ComparePage(props: ComparePageProps) {
  const { slug, first, second } = props;
  const t = useTranslations("compare");
  const page = useTranslations("journeys");
  return (
    <>
      <PageHeader title={page("title")} description={t("description")} />
      <div className="mb-5 border-b border-line">
        <JourneyTabs slug={slug} selected="compare" />
      </div>
      <div className="mb-5 grid gap-x-6 gap-y-4 md:grid-cols-2">
        <Choice {...props} side="first" />
        <Choice {...props} side="second" />
      </div>
      {first && second ? (
        <Comparison {...{ first, second }} />
      ) : (
        <EmptyState
          icon={<GitCompareArrows aria-hidden="true" />}
          title={t("empty")}
        >
          {t("emptyText")}
        </EmptyState>
      )}
    </>
  );
}

function Choice({
  side,
  slug,
  journeys,
  first,
  second,
}: ComparePageProps & { readonly side: "first" | "second" }) {
  const t = useTranslations("compare");
  const map = useTranslations("map.state");
  const untitled = useTranslations("journeys")("untitled");
  const router = useRouter();
  const chosen = { first, second }[side];
  const go = (next: Side) =>
    router.push(compareHref(slug, { first, second, [side]: next }));
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface px-4 pt-3 pb-4">
      <legend className="px-1 text-sm font-semibold">{t(side)}</legend>
      <Select
        label={t("journey")}
        options={journeys.map(({ id, title, state }) => ({
          id,
          label: title || untitled,
          description: map(state),
        }))}
        value={chosen?.journeyId ?? null}
        placeholder={t("choose")}
        onChange={(journeyId) => go({ journeyId, personaId: null })}
      />
      {chosen && chosen.personas.length > 0 ? (
        <Select
          label={t("persona")}
          options={chosen.personas.map(({ id, name }) => ({
            id,
            label: name,
          }))}
          value={chosen.personaId}
          onChange={(personaId) =>
            go({ journeyId: chosen.journeyId, personaId })
          }
        />
      ) : null}
    </fieldset>
  );
}

interface ComparisonProps {
  readonly first: CompareSide;
  readonly second: CompareSide;
}

function Comparison({ first, second }: ComparisonProps) {
  const t = useTranslations("compare");
  const points = compareCurves(first.points, second.points);
  if (points.length === 0)
    return <p className="text-sm text-ink-2">{t("nothing")}</p>;
  const names = { first: nameOf(first), second: nameOf(second) };
  return (
    <div className="flex flex-col gap-5">
      <p className="max-w-prose text-sm hyphens-auto">
        {t("sum", { ...sumsOf(points) })}
      </p>
      <CompareChart {...{ points, names }} />
      <CompareTable {...{ points, names }} />
      <p className="max-w-prose text-xs hyphens-auto text-ink-3">
        {t("caution")}
      </p>
    </div>
  );
}

const nameOf = ({ title, personaId, personas }: CompareSide): string => {
  const persona = personas.find(({ id }) => id === personaId)?.name;
  return [title, persona].filter(Boolean).join(" · ");
};
