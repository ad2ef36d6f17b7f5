"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import {
  isPersonaKey,
  personaOfKey,
  type TableKey,
  type TableSort,
} from "@/lib/views/sort-rows";
import { useCatalogue } from "../../drawing/catalogue";
import { LineSample } from "../../persona/line-sample";
import type { WalkStop } from "../use-walk";

interface TableHeadCellProps {
  readonly column: TableKey;
  /** Which of the map's personas a column of feelings is about. */
  readonly index: number;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly stop: WalkStop;
}

/** The name of a column, which sorts by it; pressed again, the other way. */
export function TableHeadCell(props: TableHeadCellProps) {
  const { column, index, sort, onSort, stop } = props;
  const t = useTranslations("views.table.column");
  const words = useTranslations("map.untitled");
  const { personaOf } = useCatalogue();
  const persona = isPersonaKey(column)
    ? personaOf(personaOfKey(column))
    : undefined;
  const direction = sort.key === column ? sort.direction : undefined;
  const isUp = direction === "ascending";
  const Arrow = isUp ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={direction ?? "none"}
      className={cx(
        "sticky top-0 z-10 h-9 border-b border-line-strong bg-paper px-1 text-xs font-medium whitespace-nowrap text-ink-2",
        column === "title" && "left-0 z-20 border-r border-r-line-strong",
      )}
    >
      <button
        type="button"
        {...stop}
        onClick={() =>
          onSort({ key: column, direction: isUp ? "descending" : "ascending" })
        }
        className="inline-flex min-h-7 max-w-56 items-center gap-1.5 rounded-sm px-2 hover:bg-hover hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
      >
        {persona ? <LineSample index={index} colour={persona.colour} /> : null}
        <span className="truncate">
          {isPersonaKey(column) ? persona?.name || words("any") : t(column)}
        </span>
        {direction ? <Arrow aria-hidden="true" className="size-3" /> : null}
      </button>
    </th>
  );
}
