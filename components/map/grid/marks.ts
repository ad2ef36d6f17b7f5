import type { GridState } from "./grid-state";
import { isPicked } from "./picks";
import { cellOf, leafIndex } from "./shape";
import type { GridCell, GridShape } from "./shape";

/** How a cell takes part in the selection. */
export type Mark = "none" | "active" | "inside" | "range";

interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

// Asked by every cell at every step, so it is worked out once for a state.
const blocks = new WeakMap<
  GridState,
  { shape: GridShape; block: Block | null }
>();

function blockOf(state: GridState, shape: GridShape): Block | null {
  const known = blocks.get(state);
  if (known?.shape === shape) return known.block;
  const block = measure(state, shape);
  blocks.set(state, { shape, block });
  return block;
}

function measure({ point, anchor }: GridState, shape: GridShape): Block | null {
  if (!anchor) return null;
  const one = cellOf(shape, point);
  const other = cellOf(shape, anchor);
  if (!one || !other) return null;
  const rows = [shape.rows.indexOf(one.row), shape.rows.indexOf(other.row)];
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    from: Math.min(one.from, other.from),
    to: Math.max(one.to, other.to),
  };
}

export function holdsPoint(
  state: GridState,
  shape: GridShape,
  cell: GridCell,
): boolean {
  if (state.point.row !== cell.row) return false;
  const index = leafIndex(shape, state.point.leaf);
  return index >= cell.from && index <= cell.to;
}

export function markOf(
  state: GridState,
  shape: GridShape,
  cell: GridCell,
): Mark {
  if (holdsPoint(state, shape, cell))
    return state.card === null ? "active" : "inside";
  if (cell.role === "touchpoint" && isPicked(state.picks, cell.columnId))
    return "range";
  const block = blockOf(state, shape);
  if (!block || cell.to < block.from || cell.from > block.to) return "none";
  const row = shape.rows.indexOf(cell.row);
  return row >= block.top && row <= block.bottom ? "range" : "none";
}
