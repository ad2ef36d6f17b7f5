import type { ImportTable, TableColumn } from "./contract";
import { datesOf, type DatesFound } from "./dates";
import {
  decimalOf,
  isMissing,
  isNumberLike,
  isUndecided,
  readNumber,
  type DecimalMark,
} from "./numbers";

/** What a column holds, as far as its cells tell. */
export interface ColumnLook {
  readonly column: TableColumn;
  /** Its name in small letters, words apart: `RecipientEmail` and `recipient_email` are "recipient email". */
  readonly plain: string;
  /** Whether something stands in it. */
  readonly isFilled: boolean;
  readonly numbers: {
    readonly low: number;
    readonly high: number;
    readonly isWhole: boolean;
    readonly decimal: DecimalMark;
    readonly isUndecided: boolean;
  } | null;
  readonly dates: DatesFound | null;
  /** Different cells of a sample; the shape of personal data shows in them. */
  readonly words: readonly string[];
  /** Of that sample: how many cells are filled, and how long they are on average. */
  readonly sampled: number;
  readonly length: number;
}

const SAMPLE = 2_000;
/** How many of the cells have to be numbers for a column of numbers; the others are told as problems. */
const ENOUGH = 0.9;

const TIME_WORDS =
  /date|time|datum|zeit|tijd|heure|horodat|created|updated|submitted|(^| )at$|day$|dag$|tag$/;

function plainName(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[_.\s]+/g, " ")
    .trim()
    .toLowerCase();
}

/** Looks at every column of a table. @param language - of the reader, for what can be read in two ways. */
export function looksOf(
  table: ImportTable,
  language: string,
): readonly ColumnLook[] {
  return table.columns.map((column) => lookOf(table, column, language));
}

function lookOf(
  { rows, isTyped }: ImportTable,
  column: TableColumn,
  language: string,
): ColumnLook {
  const at = column.index;
  const step = Math.ceil(rows.length / SAMPLE);
  const sample: string[] = [];
  for (let row = 0; row < rows.length; row += step) {
    const cell = rows[row]!.cells[at] ?? "";
    if (!isMissing(cell)) sample.push(cell);
  }
  const plain = plainName(column.name);
  // Only where a sample looks like it is every cell asked, which then decides.
  const all = () =>
    step === 1
      ? sample
      : rows.flatMap(({ cells }) => (isMissing(cells[at]!) ? [] : cells[at]!));
  const hints = { isNamedSo: TIME_WORDS.test(plain), language };
  const dates = datesOf(sample.slice(0, 100), hints) && datesOf(all(), hints);
  const numeric = sample.filter(isNumberLike).length;
  const isNumeric = !dates && numeric > 0 && numeric >= ENOUGH * sample.length;
  return {
    column,
    plain,
    isFilled:
      sample.length > 0 || rows.some(({ cells }) => !isMissing(cells[at]!)),
    numbers: isNumeric ? numbersOf(all(), isTyped) : null,
    dates,
    words: [...new Set(sample)],
    sampled: sample.length,
    length:
      sample.reduce((sum, cell) => sum + cell.length, 0) /
      Math.max(1, sample.length),
  };
}

function numbersOf(
  cells: readonly string[],
  isTyped: boolean,
): ColumnLook["numbers"] {
  const decimal = isTyped ? "." : (decimalOf(cells) ?? ".");
  let [low, high, isWhole] = [Infinity, -Infinity, true];
  for (const cell of cells) {
    const value = readNumber(cell, decimal);
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    isWhole &&= Number.isInteger(value);
  }
  if (low > high) return null;
  return {
    low,
    high,
    isWhole,
    decimal,
    isUndecided: !isTyped && isUndecided(cells),
  };
}
