"use client";

import { cx } from "@/components/ui/cx";
import { useGridParts } from "./grid-context";
import type { GridNow } from "./grid-store";
import { holdsPoint, markOf } from "./marks";
import type { Mark } from "./marks";
import { cellName, HEAD } from "./shape";
import type { GridCell } from "./shape";

const FIRST_COLUMN = 2;

/** What makes a box a cell of the grid: its place, its part in the selection, its turn in the tab order. */
export function useCell(cell: GridCell) {
  return useCellWith(cell, nothingMore);
}

const nothingMore = () => ({});

/** The same with what else the cell shows of the grid, followed by one subscription. */
export function useCellWith<More extends object>(
  cell: GridCell,
  select: (now: GridNow, holds: boolean) => More,
) {
  const parts = useGridParts((now) => {
    const { state, shape } = now;
    const holds = holdsPoint(state, shape, cell);
    return {
      ...select(now, holds),
      mark: markOf(state, shape, cell),
      edit: holds ? state.edit : null,
      leaf: cell.from < 0 ? HEAD : (shape.leaves[cell.from]?.key ?? HEAD),
    };
  });
  const { mark, leaf } = parts;
  const span = cell.to - cell.from + 1;
  return {
    ...parts,
    attributes: {
      "data-cell": cellName(cell),
      "data-row": cell.row,
      "data-leaf": leaf,
      "data-mark": mark === "none" ? undefined : mark,
      tabIndex: mark === "active" ? 0 : -1,
      "aria-selected": mark !== "none",
      "aria-colindex": cell.from + FIRST_COLUMN,
      "aria-colspan": span > 1 ? span : undefined,
      style: {
        gridColumn: `${cell.from + FIRST_COLUMN} / span ${span}`,
        gridRow: 1,
      },
    },
  };
}

/** The ring of the selected cell lies inside its box, so that no neighbour and no edge cuts it. */
export function markStyle(mark: Mark): string {
  return cx(
    mark === "active" && "z-[1] shadow-[inset_0_0_0_2px_var(--focus)]",
    mark === "inside" && "z-[1] shadow-[inset_0_0_0_1px_var(--accent-line)]",
    mark === "range" && "bg-accent-tint!",
  );
}

export function cellStyle(mark: Mark, className?: string): string {
  return cx("relative min-w-0 outline-none", markStyle(mark), className);
}
