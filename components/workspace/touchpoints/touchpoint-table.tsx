"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Table, type SortState, type TableColumn } from "@/components/ui/table";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import type { TouchpointSortKey } from "./filter";
import { PageBox, RowBox, rowId, type RowChoice } from "./row-choice";
import {
  Channels,
  Feelings,
  MomentFlag,
  Owners,
  StageName,
} from "./touchpoint-parts";

type ColumnKey = TouchpointSortKey | "channels" | "chosen";

interface TouchpointTableProps {
  slug: string;
  rows: readonly TouchpointListItem[];
  sort: SortState<TouchpointSortKey> | null;
  onSort: (sort: SortState<TouchpointSortKey>) => void;
  /** Absent where nothing can be done with rows. */
  choice?: RowChoice;
}

/** Where a touchpoint is on its map. */
export function touchpointHref(
  slug: string,
  touchpoint: TouchpointListItem,
): string {
  return `/w/${slug}/journeys/${touchpoint.journey.id}?touchpoint=${touchpoint.id}`;
}

/** Touchpoints of all journeys in rows. */
export function TouchpointTable({
  slug,
  rows,
  sort,
  onSort,
  choice,
}: TouchpointTableProps) {
  const t = useTranslations("touchpoints");
  const columns: TableColumn<TouchpointListItem, ColumnKey>[] = [
    ...(choice
      ? [
          {
            id: "chosen" as const,
            label: t("assign.chooseAll"),
            head: <PageBox choice={choice} />,
            className: "w-10",
            cell: (row: TouchpointListItem) => <RowBox {...{ row, choice }} />,
          },
        ]
      : []),
    {
      id: "title",
      label: t("column.title"),
      isSortable: true,
      isRowHeader: true,
      className: "min-w-44 xl:min-w-52",
      cell: (row) => (
        <span className="flex items-baseline gap-1.5">
          <Link
            href={touchpointHref(slug, row)}
            className="finger relative inline-block rounded-xs hyphens-auto hover:text-accent hover:underline"
          >
            {row.title || t("untitled")}
          </Link>
          <MomentFlag touchpoint={row} />
        </span>
      ),
    },
    {
      id: "journey",
      label: t("column.journey"),
      isSortable: true,
      className: "min-w-28",
      cell: (row) => (
        <span className="line-clamp-3">
          {row.journey.title || t("untitledJourney")}
        </span>
      ),
    },
    {
      id: "stage",
      label: t("column.stage"),
      isSortable: true,
      className: "min-w-28 xl:min-w-48",
      cell: (row) => <StageName touchpoint={row} />,
    },
    {
      id: "channels",
      label: t("column.channels"),
      className: "hidden min-w-28 xl:table-cell",
      cell: (row) => <Channels touchpoint={row} />,
    },
    {
      id: "emotion",
      label: t("column.emotion"),
      isSortable: true,
      cell: (row) => <Feelings touchpoint={row} />,
    },
    {
      id: "owner",
      label: t("column.owner"),
      isSortable: true,
      className: "min-w-36",
      cell: (row) => <Owners touchpoint={row} slug={slug} />,
    },
  ];
  return (
    <Table
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowId={rowId}
      isChosen={choice?.has}
      sort={sort ?? undefined}
      onSort={({ key, direction }) =>
        key !== "channels" && key !== "chosen" && onSort({ key, direction })
      }
    />
  );
}
