/** A place in a table, counted from 0. */
export interface WalkPlace {
  readonly row: number;
  readonly column: number;
}

export interface WalkSize {
  readonly rows: number;
  readonly columns: number;
}

const PAGE = 8;

/** Where a key leads in a table; null for keys that lead nowhere. It never leaves the table. */
export function walkTo(
  at: WalkPlace,
  press: { readonly key: string; readonly ctrl: boolean },
  size: WalkSize,
): WalkPlace | null {
  const { row, column } = at;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const jumps = press.ctrl;
  switch (press.key) {
    case "ArrowUp":
      return within({ row: jumps ? 0 : row - 1, column }, size);
    case "ArrowDown":
      return within({ row: jumps ? lastRow : row + 1, column }, size);
    case "ArrowLeft":
      return within({ row, column: jumps ? 0 : column - 1 }, size);
    case "ArrowRight":
      return within({ row, column: jumps ? lastColumn : column + 1 }, size);
    case "Home":
      return within({ row: jumps ? 0 : row, column: 0 }, size);
    case "End":
      return within({ row: jumps ? lastRow : row, column: lastColumn }, size);
    case "PageUp":
      return within({ row: row - PAGE, column }, size);
    case "PageDown":
      return within({ row: row + PAGE, column }, size);
    default:
      return null;
  }
}

/** The nearest place that a table of this size has. */
export function within({ row, column }: WalkPlace, size: WalkSize): WalkPlace {
  const clamp = (value: number, count: number) =>
    Math.max(0, Math.min(count - 1, value));
  return { row: clamp(row, size.rows), column: clamp(column, size.columns) };
}
