"use client";

import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { Table, type SortState, type TableColumn } from "@/components/ui/table";
import type { JourneyResponsibility } from "@/lib/api/ownership";
import { GapLink, touchpointsHref } from "./gap-link";
import { stakeholdersHref } from "./stakeholder-tabs";

type SortKey = "journey" | "gaps";
type ColumnKey = SortKey | "stages";

interface ResponsibilityOverviewProps {
  slug: string;
  journeys: readonly JourneyResponsibility[];
}

/** Every journey with how much of it nobody is responsible for, and at which stages. */
export function ResponsibilityOverview({
  slug,
  journeys,
}: ResponsibilityOverviewProps) {
  const t = useTranslations("stakeholders.matrix");
  const words = useTranslations("touchpoints");
  const locale = useLocale();
  const [sort, setSort] = useState<SortState<SortKey>>({
    key: "journey",
    direction: "ascending",
  });
  const collator = new Intl.Collator(locale, {
    sensitivity: "base",
    numeric: true,
  });
  const sign = sort.direction === "ascending" ? 1 : -1;
  const rows = journeys.toSorted(
    (one, other) =>
      sign *
      (sort.key === "gaps"
        ? one.withoutOwner - other.withoutOwner
        : collator.compare(one.title, other.title)),
  );
  const columns: TableColumn<JourneyResponsibility, ColumnKey>[] = [
    {
      id: "journey",
      label: t("journey"),
      isSortable: true,
      isRowHeader: true,
      className: "sm:w-1/4 sm:min-w-44",
      cell: ({ id, title }) => (
        <Link
          href={`${stakeholdersHref(slug, "matrix")}&journey=${id}`}
          className="finger relative inline-block rounded-xs hyphens-auto hover:text-accent hover:underline"
        >
          {title || words("untitledJourney")}
        </Link>
      ),
    },
    {
      id: "gaps",
      label: t("gaps"),
      isSortable: true,
      className: "sm:w-48",
      cell: ({ id, withoutOwner, touchpoints }) => (
        <GapLink
          {...{ slug }}
          filters={{ journey: id }}
          count={withoutOwner}
          of={touchpoints}
        />
      ),
    },
    {
      id: "stages",
      label: t("stages"),
      cell: (journey) => <StageGaps {...{ slug, journey }} />,
    },
  ];
  return (
    <Table<JourneyResponsibility, ColumnKey>
      isStacked
      caption={t("all")}
      {...{ columns, rows, sort }}
      rowId={({ id }) => id}
      onSort={({ key, direction }) => {
        if (key !== "stages") setSort({ key, direction });
      }}
    />
  );
}

function StageGaps({
  slug,
  journey,
}: {
  slug: string;
  journey: JourneyResponsibility;
}) {
  const t = useTranslations("stakeholders.matrix");
  const words = useTranslations("touchpoints");
  const stages = journey.stages.filter(({ withoutOwner }) => withoutOwner > 0);
  if (stages.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {stages.map(({ id, title, withoutOwner, touchpoints }) => (
        <li key={id}>
          <Link
            href={touchpointsHref(slug, {
              journey: journey.id,
              stage: id,
              owner: "none",
            })}
            className="finger relative inline-block rounded-xs hyphens-auto hover:text-accent hover:underline"
          >
            {t("stageGap", {
              stage: title || words("untitledStage"),
              count: withoutOwner,
              of: touchpoints,
            })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
