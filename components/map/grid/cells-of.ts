import { cellAt } from "./shape";
import type { GridCell, GridShape } from "./shape";

/** All cells of a row from its first column to its last. */
export function cellsOf(shape: GridShape, row: GridCell["row"]): GridCell[] {
  const cells: GridCell[] = [];
  for (let index = 0; index < shape.leaves.length;) {
    const cell = cellAt(shape, row, index);
    if (cell) cells.push(cell);
    index = (cell?.to ?? index) + 1;
  }
  return cells;
}
