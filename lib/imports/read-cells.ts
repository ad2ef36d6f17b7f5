import { plainWord } from "./answer-words";
import type {
  ColumnMapping,
  ImportMapping,
  ImportScale,
  ImportTable,
  TableRow,
} from "./contract";
import { readMoment, type ReadMoment } from "./dates";
import {
  isMissing,
  isNumberLike,
  readLeadingNumber,
  readNumber,
} from "./numbers";
import type { ProblemCollector } from "./problems";

/** Reads one cell of a row, and tells what is wrong with it. */
export type CellReader<T> = (row: TableRow) => T;

interface Place {
  readonly column: number;
  readonly columnName: string;
}

function placeOf(table: ImportTable, { column }: ColumnMapping): Place {
  return { column, columnName: table.columns[column]?.name ?? "" };
}

/** The answer in a cell; null where there is none, or none that its scale knows. */
export function valueReader(
  table: ImportTable,
  mapping: ColumnMapping & { readonly scale: ImportScale },
  problems: ProblemCollector,
): CellReader<number | null> {
  const { scale, decimal, column } = mapping;
  const place = placeOf(table, mapping);
  const words = new Map(
    scale.words.map(({ word, value }) => [plainWord(word), value]),
  );
  const read = (cell: string) => {
    const number = readNumber(cell, decimal ?? ".");
    // A number in the other way of writing is not what stands before its point.
    return number === null && !isNumberLike(cell)
      ? readLeadingNumber(cell)
      : number;
  };
  return (row) => {
    const cell = row.cells[column] ?? "";
    const word = words.size > 0 ? words.get(plainWord(cell)) : undefined;
    if (word !== undefined) return word;
    if (isMissing(cell)) return null;
    const where = { ...place, row: row.at, text: cell };
    const value = words.size > 0 ? null : read(cell);
    if (value === null) {
      problems.add(words.size > 0 ? "unknownWord" : "notNumber", where);
      return null;
    }
    if (value >= scale.low && value <= scale.high) return value;
    problems.add("offScale", where);
    return null;
  };
}

/** The most that an evidence row can say. */
const MOST = 1e12;

/** A number that counts something; null where there is none. */
export function countReader(
  table: ImportTable,
  mapping: ColumnMapping,
  problems: ProblemCollector,
): CellReader<number | null> {
  const { decimal, column } = mapping;
  const place = placeOf(table, mapping);
  return (row) => {
    const cell = row.cells[column] ?? "";
    if (isMissing(cell)) return null;
    const value = readNumber(cell, decimal ?? ".");
    if (value !== null && value >= 0 && value <= MOST) return value;
    problems.add(value === null ? "notNumber" : "notCount", {
      ...place,
      row: row.at,
      text: cell,
    });
    return null;
  };
}

/** The moment that a row is about; null where it tells none. */
export function momentReader(
  table: ImportTable,
  mapping: ColumnMapping & {
    /** Where the time of the day stands, if it has a column of its own. */
    readonly clock?: number;
  },
  problems: ProblemCollector,
): CellReader<ReadMoment | null> {
  const { dates, column, clock } = mapping;
  const place = placeOf(table, mapping);
  return (row) => {
    const cell = row.cells[column] ?? "";
    if (isMissing(cell)) return null;
    const time = clock === undefined ? "" : (row.cells[clock] ?? "");
    const whole =
      time === "" ? null : readMoment(`${cell} ${time}`, dates ?? "yearFirst");
    if (whole !== null && typeof whole === "object") return whole;
    const read = readMoment(cell, dates ?? "yearFirst");
    if (typeof read === "object") return read;
    problems.add(read === "notDate" ? "notDate" : "impossibleDate", {
      ...place,
      row: row.at,
      text: cell,
    });
    return null;
  };
}

/** Whether a row stays, by the filters of a mapping. */
export function rowFilter(mapping: ImportMapping): (row: TableRow) => boolean {
  const on = mapping.leaveOut.filter(({ isOff = false }) => !isOff);
  const filters = on.map(({ column, leaveOut, keepOnly }) => ({
    column,
    out: new Set(leaveOut.map(plainWord)),
    only: keepOnly && new Set(keepOnly.map(plainWord)),
  }));
  return ({ cells }) =>
    filters.every(({ column, out, only }) => {
      const word = plainWord(cells[column] ?? "");
      return !out.has(word) && (only?.has(word) ?? true);
    });
}

/** The text in the column of a role; "" where there is no such column or nothing is said. */
export function textReader(
  mapping: ImportMapping,
  role: ColumnMapping["role"],
): CellReader<string> {
  const found = mapping.columns.find((column) => column.role === role);
  if (!found) return () => "";
  return ({ cells }) => {
    const cell = cells[found.column] ?? "";
    return isMissing(cell) ? "" : cell;
  };
}

/** Counts how often each key comes, in the order in which they come first. */
export function keyCounter() {
  const counts = new Map<string, number>();
  return {
    add: (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1),
    all: () => Array.from(counts, ([key, count]) => ({ key, count })),
  };
}
