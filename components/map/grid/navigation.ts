import { cellAt, cellOf, HEADING_ROWS, HEAD, leafAt, leafIndex } from "./shape";
import type { GridCell, GridShape, Point, RowKey } from "./shape";

export type Direction = "left" | "right" | "up" | "down";
export type Step =
  | Direction
  | `jump-${Direction}`
  | "row-start"
  | "row-end"
  | "grid-start"
  | "grid-end"
  | "page-up"
  | "page-down";

/** Rows that one page key passes. */
const PAGE_ROWS = 5;

export interface Walk {
  readonly shape: GridShape;
  /** Whether a cell shows something, for the keys that jump to the edge of filled cells. */
  readonly isFilled: (cell: GridCell) => boolean;
}

/** Where a step leads; the same point at the edge of the grid. */
export function walk(
  { shape, isFilled }: Walk,
  from: Point,
  step: Step,
): Point {
  switch (step) {
    case "left":
    case "right":
      return sideways(shape, from, step);
    case "up":
      return vertical(shape, from, -1);
    case "down":
      return vertical(shape, from, 1);
    case "page-up":
      return vertical(shape, from, -PAGE_ROWS);
    case "page-down":
      return vertical(shape, from, PAGE_ROWS);
    case "row-start":
      return edge(shape, from.row, "start");
    case "row-end":
      return edge(shape, from.row, "end");
    case "grid-start":
      return edge(shape, shape.rows[0] ?? "stages", "start");
    case "grid-end":
      return edge(shape, shape.rows.at(-1) ?? "stages", "end");
    case "jump-left":
    case "jump-right":
    case "jump-up":
    case "jump-down":
      return jump({ shape, isFilled }, from, step.slice(5) as Direction);
  }
}

function sideways(
  shape: GridShape,
  from: Point,
  step: "left" | "right",
): Point {
  const cell = cellOf(shape, from);
  if (!cell) return from;
  const next = step === "right" ? cell.to + 1 : cell.from - 1;
  return cellAt(shape, from.row, next)
    ? { row: from.row, leaf: next < 0 ? HEAD : leafAt(shape, next) }
    : from;
}

function vertical(shape: GridShape, from: Point, rows: number): Point {
  const at = shape.rows.indexOf(from.row);
  const wanted = Math.min(shape.rows.length - 1, Math.max(0, at + rows));
  const index = leafIndex(shape, from.leaf);
  const direction = Math.sign(rows);
  // The corner is no cell: from the names of the lanes there is nothing above the first lane.
  for (let row = wanted; row !== at; row -= direction) {
    const key = shape.rows[row];
    if (key && cellAt(shape, key, index)) return { row: key, leaf: from.leaf };
  }
  return from;
}

function edge(shape: GridShape, row: RowKey, side: "start" | "end"): Point {
  if (side === "end" && shape.leaves.length > 0) {
    return { row, leaf: leafAt(shape, shape.leaves.length - 1) };
  }
  const first = cellAt(shape, row, -1) ? HEAD : leafAt(shape, 0);
  return { row, leaf: first };
}

/** Like a spreadsheet: to the last filled cell of a run, or over a gap to the next filled one. */
function jump(way: Walk, from: Point, direction: Direction): Point {
  const filledAt = (point: Point) => {
    const cell = cellOf(way.shape, point);
    return cell !== null && way.isFilled(cell);
  };
  let here = walk(way, from, direction);
  if (same(here, from)) return from;
  const isRun = filledAt(from) && filledAt(here);
  for (;;) {
    const next = walk(way, here, direction);
    if (same(next, here)) return here;
    if (isRun ? !filledAt(next) : filledAt(here)) return here;
    here = next;
  }
}

export function same(a: Point, b: Point): boolean {
  return a.row === b.row && a.leaf === b.leaf;
}

/** The cell where a map is entered first: its first lane, else its first stage. */
export function firstPoint(shape: GridShape): Point {
  const row = shape.rows[HEADING_ROWS] ?? "stages";
  const first = leafAt(shape, 0);
  return {
    row: cellOf(shape, { row, leaf: first }) ? row : "stages",
    leaf: first,
  };
}

/** Keeps a selection on the map after a colleague removed its row or column: it goes to the nearest neighbour. */
export function repair(
  before: GridShape,
  after: GridShape,
  point: Point,
): Point {
  if (cellOf(after, point)) return point;
  const row = after.rows.includes(point.row)
    ? point.row
    : nearest(before.rows, after.rows, point.row);
  const leaf =
    leafIndex(after, point.leaf) >= 0 || point.leaf === HEAD
      ? point.leaf
      : nearest(
          before.leaves.map(({ key }) => key),
          after.leaves.map(({ key }) => key),
          point.leaf,
        );
  const wanted = { row: row ?? "stages", leaf: leaf ?? HEAD };
  return cellOf(after, wanted) ? wanted : firstPoint(after);
}

function nearest<T>(
  before: readonly T[],
  after: readonly T[],
  gone: T,
): T | null {
  const at = before.indexOf(gone);
  for (let distance = 1; distance <= before.length; distance += 1) {
    for (const index of [at + distance, at - distance]) {
      const candidate = before[index];
      if (candidate !== undefined && after.includes(candidate))
        return candidate;
    }
  }
  return after[0] ?? null;
}
