import type { GridState } from "./grid-state";
import { cellOf, HEAD } from "./shape";
import type { GridCell, GridShape, Point } from "./shape";

/** The block of cells between the two corners of a selection, row by row. */
export function selectedCells(
  state: GridState,
  shape: GridShape,
): GridCell[][] {
  const corner = state.anchor ?? state.point;
  const one = cellOf(shape, state.point);
  const other = cellOf(shape, corner);
  if (!one || !other) return [];
  const rows = [
    shape.rows.indexOf(state.point.row),
    shape.rows.indexOf(corner.row),
  ];
  const from = Math.min(one.from, other.from);
  const to = Math.max(one.to, other.to);
  const keys = shape.rows.slice(Math.min(...rows), Math.max(...rows) + 1);
  return keys.map((row) => cellsBetween(shape, row, { from, to }));
}

function cellsBetween(
  shape: GridShape,
  row: Point["row"],
  { from, to }: { from: number; to: number },
): GridCell[] {
  const cells: GridCell[] = [];
  for (let index = from; index <= to;) {
    const leaf = index < 0 ? HEAD : shape.leaves[index]?.key;
    const cell = leaf ? cellOf(shape, { row, leaf }) : null;
    if (cell) cells.push(cell);
    index = (cell ? cell.to : index) + 1;
  }
  return cells;
}
