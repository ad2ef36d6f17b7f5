"use client";

import { cx } from "@/components/ui/cx";
import { useGridState } from "./grid-context";
import { markOf } from "./marks";
import type { Mark } from "./marks";
import { cellName, HEAD } from "./shape";
import type { GridCell } from "./shape";

const FIRST_COLUMN = 2;

/** What makes a box a cell of the grid: its place, its part in the selection, its turn in the tab order. */
export function useCell(cell: GridCell) {
  const mark = useGridState((state, shape) => markOf(state, shape, cell));
  const leaf = useGridState(
    (_state, shape) => shape.leaves[cell.from]?.key ?? HEAD,
  );
  const span = cell.to - cell.from + 1;
  return {
    mark,
    attributes: {
      "data-cell": cellName(cell),
      "data-row": cell.row,
      "data-leaf": cell.from < 0 ? HEAD : leaf,
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
export function cellStyle(mark: Mark, className?: string): string {
  return cx(
    "relative min-w-0 outline-none",
    mark === "active" && "z-[1] shadow-[inset_0_0_0_2px_var(--focus)]",
    mark === "inside" && "z-[1] shadow-[inset_0_0_0_1px_var(--accent-line)]",
    mark === "range" && "bg-accent-tint!",
    className,
  );
}
