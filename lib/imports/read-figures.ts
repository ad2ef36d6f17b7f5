import type { ColumnMapping, ImportTable, TimeUnit } from "./contract";
import { readMoment } from "./dates";
import { isMissing, readNumber } from "./numbers";
import type { ProblemCollector } from "./problems";
import type { CellReader } from "./read-cells";

interface Place {
  readonly column: number;
  readonly columnName: string;
}

const placeOf = (table: ImportTable, { column }: ColumnMapping): Place => ({
  column,
  columnName: table.columns[column]?.name ?? "",
});

/** A share in per cent; null where there is none. */
export function rateReader(
  table: ImportTable,
  mapping: ColumnMapping,
  problems: ProblemCollector,
): CellReader<number | null> {
  const { decimal, column, rateIs } = mapping;
  const place = placeOf(table, mapping);
  return (row) => {
    const cell = row.cells[column] ?? "";
    if (isMissing(cell)) return null;
    const where = { ...place, row: row.at, text: cell };
    const read = readNumber(cell, decimal ?? ".");
    // A sign says more than what was decided about the column.
    const isFraction = rateIs === "fraction" && !cell.endsWith("%");
    // 0.55 times 100 is more than 55 by a hair.
    const value =
      read === null || !isFraction
        ? read
        : Number((read * 100).toPrecision(12));
    if (value !== null && value >= 0 && value <= 100) return value;
    problems.add(value === null ? "notNumber" : "offScale", where);
    return null;
  };
}

const hours: Readonly<Record<TimeUnit, number>> = {
  s: 1 / 3_600,
  min: 1 / 60,
  h: 1,
  d: 24,
};

/** How long something took, in hours; null where it is not told, or cannot be. */
export function durationReader(
  table: ImportTable,
  mapping: ColumnMapping,
  problems: ProblemCollector,
): CellReader<number | null> {
  const { decimal, column, timeUnit = "h" } = mapping;
  const place = placeOf(table, mapping);
  return (row) => {
    const cell = row.cells[column] ?? "";
    if (isMissing(cell)) return null;
    const value = readNumber(cell, decimal ?? ".");
    if (value !== null && value >= 0) return value * hours[timeUnit];
    const where = { ...place, row: row.at, text: cell };
    problems.add(value === null ? "notNumber" : "impossibleDuration", where);
    return null;
  };
}

const hourMs = 3_600_000;

/** The time between two columns of a row, in hours. Only the end is told as a problem: the other is read as the day. */
export function betweenReader(
  table: ImportTable,
  of: { readonly begin: ColumnMapping; readonly end: ColumnMapping },
  problems: ProblemCollector,
): CellReader<number | null> {
  const place = placeOf(table, of.end);
  return (row) => {
    const [from, to] = [of.begin, of.end].map(({ column, dates }) => {
      const cell = row.cells[column] ?? "";
      return { cell, read: readMoment(cell, dates ?? "yearFirst") };
    });
    const { cell, read: end } = to!;
    if (isMissing(cell)) return null;
    const where = { ...place, row: row.at, text: cell };
    if (typeof end !== "object") {
      problems.add(end === "notDate" ? "notDate" : "impossibleDate", where);
      return null;
    }
    const begin = from!.read;
    if (typeof begin !== "object") return null;
    if (end.at >= begin.at) return (end.at - begin.at) / hourMs;
    problems.add("impossibleDuration", where);
    return null;
  };
}
