"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Table, type TableColumn } from "@/components/ui/table";
import type { Opportunity, OpportunitySort } from "@/lib/api/opportunities";
import type { Score } from "@/lib/journey/journey-map";
import { MAX_EFFORT } from "@/lib/journey/score";
import { CardName, TasksOf } from "./card-parts";
import type { OpportunityView } from "./opportunity-view";
import { ScoreInput } from "./score-input";
import { cardKey } from "./use-card-changes";

type Draft = Partial<Score>;

const SCALES = [
  { id: "customer", key: "customerValue", max: 100 },
  { id: "business", key: "businessValue", max: 100 },
  { id: "effort", key: "effort", max: MAX_EFFORT },
] as const;

interface OpportunityTableProps {
  readonly slug: string;
  readonly rows: readonly Opportunity[];
  readonly sort: OpportunityView["sort"];
  readonly onSort: (sort: OpportunityView["sort"]) => void;
  /** Absent where nothing may be changed. */
  readonly onScore?: (row: Opportunity, score: Score) => void;
  readonly onMake?: (row: Opportunity) => Promise<void>;
}

const isWhole = (draft: Draft): draft is Score =>
  SCALES.every(({ key }) => draft[key] !== undefined);

/** Scores in three columns; an opportunity without one has it as soon as all three are filled in. */
export function OpportunityTable(props: OpportunityTableProps) {
  const { slug, rows, sort, onSort, onScore, onMake } = props;
  const t = useTranslations("opportunities");
  const format = useFormatter();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const fill = (row: Opportunity, part: Draft) => {
    const key = cardKey(row);
    const next = { ...(row.score ?? drafts[key]), ...part };
    if (isWhole(next)) onScore?.(row, next);
    // Once there is a score it counts, and no longer what was begun.
    setDrafts((all) => ({ ...all, [key]: next }));
  };
  const scoreColumns = SCALES.map(
    ({
      id,
      key,
      max,
    }): TableColumn<Opportunity, OpportunitySort | "tasks"> => ({
      id,
      label: t(`column.${id}`),
      isSortable: true,
      isNumber: true,
      className: "sm:w-28",
      cell: (row) => {
        const value = row.score?.[key] ?? drafts[cardKey(row)]?.[key] ?? null;
        const words = t(`column.${id}`);
        if (!onScore) return value === null ? null : format.number(value);
        return (
          <ScoreInput
            column={id}
            label={t("scoreOf", {
              scale: words,
              card: row.text || t("untitled"),
            })}
            {...{ value, max }}
            onCommit={(typed) => fill(row, { [key]: typed })}
          />
        );
      },
    }),
  );
  const columns: TableColumn<Opportunity, OpportunitySort | "tasks">[] = [
    {
      id: "text",
      label: t("column.text"),
      isSortable: true,
      isRowHeader: true,
      className: "min-w-56 max-sm:mb-1 max-sm:min-w-0",
      cell: (row) => <CardName slug={slug} card={row} />,
    },
    ...scoreColumns,
    {
      id: "priority",
      label: t("column.priority"),
      isSortable: true,
      isNumber: true,
      className: "sm:w-24",
      cell: (row) => {
        if (row.priority !== null)
          return (
            <strong className="font-semibold text-ink">
              {format.number(row.priority, { maximumFractionDigits: 1 })}
            </strong>
          );
        const isBegun = drafts[cardKey(row)] !== undefined;
        return (
          <span className="text-xs text-ink-3">
            {t(isBegun ? "fillAll" : "unscored")}
          </span>
        );
      },
    },
    {
      id: "tasks",
      label: t("column.tasks"),
      className: "min-w-36",
      cell: (row) => <TasksOf card={row} onMake={onMake} />,
    },
  ];
  return (
    <Table
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowId={cardKey}
      sort={sort}
      onSort={({ key, direction }) =>
        key !== "tasks" && onSort({ key, direction })
      }
      isStacked
    />
  );
}
