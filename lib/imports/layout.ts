import {
  IMPORT_LIMITS,
  type FileKind,
  type ImportTable,
  type TableRow,
} from "./contract";
import type { RawRow } from "./csv";
import { columnsOf, headerRowsOf } from "./header";
import type { ProblemCollector } from "./problems";
import { isNumberLike } from "./numbers";
import { cut } from "./plain-text";
import { isTotalWord } from "./total-words";

export interface LayoutSource {
  readonly rows: readonly RawRow[];
  /** The name of the sheet; "" for a file that has none. */
  readonly name: string;
  readonly file: { readonly name: string; readonly kind: FileKind };
  readonly isTyped: boolean;
  /** How a preamble that was cut at it is put together again. */
  readonly delimiter: string;
  /** How many rows name the columns, where somebody has said it. */
  readonly headerRows?: number | undefined;
  /** By the number of a row: its cells that reach over others at their right. */
  readonly spans?: ReadonlyMap<number, readonly Span[]> | undefined;
}

/** A cell over several columns, from 0, the last one with it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A table as it lies in the file: what stands above it, and its rows with the header. */
interface Block {
  readonly preamble: string[];
  readonly rows: RawRow[];
  /** Whether remarks stand above it, as programs write them. */
  isReport: boolean;
}

const newBlock = (): Block => ({ preamble: [], rows: [], isReport: false });

/**
 * The tables of rows as they stand in a file or on a sheet. What comes before a header (lines that begin with `#`, a
 * title in one cell) is its preamble; a blank row and another header begin another table.
 */
export function tablesOf(
  source: LayoutSource,
  problems: ProblemCollector,
): ImportTable[] {
  const [first, ...others] = blocksOf(source);
  if (!first) return [];
  const blocks = [first, ...others.map((block) => asReport(block, first))];
  return blocks.map((block) => tableOf(block, source, problems));
}

/** A report says above its first table whose it is and from when to when; that goes for the others as well. */
function asReport(block: Block, { preamble, isReport }: Block): Block {
  const isDated = block.preamble.some((line) => /\d{8}/.test(line));
  return isReport && !isDated
    ? { ...block, preamble: [...block.preamble, ...preamble] }
    : block;
}

function filled(row: RawRow): number {
  return row.cells.reduce((count, cell) => count + Number(cell !== ""), 0);
}

/** `# Property: shop`; a lone `#` is the name of a column that numbers rows. */
function isRemark({ cells }: RawRow): boolean {
  const [first = "", ...others] = cells;
  if (!first.startsWith("#")) return false;
  return /^#[\s-]/.test(first) || others.every((cell) => cell === "");
}

function blocksOf({ rows, delimiter }: LayoutSource): Block[] {
  const done: Block[] = [];
  const width = Math.max(0, ...sampleOf(rows).map(filled));
  let current = newBlock();
  let wasBlank = false;
  rows.forEach((row, index) => {
    const count = filled(row);
    if (count === 0) {
      wasBlank = true;
      return;
    }
    const isTitle = count === 1 && width > 1;
    const next = isTitle ? rows[index + 1] : row;
    const isNew =
      wasBlank &&
      current.rows.length > 0 &&
      (isRemark(row) || (next !== undefined && beginsTable(next, current)));
    if (isNew) {
      done.push(current);
      current = newBlock();
    }
    if (current.rows.length === 0 && (isRemark(row) || isTitle)) {
      current.preamble.push(lineOf(row, delimiter));
      current.isReport ||= isRemark(row);
    } else current.rows.push(row);
    wasBlank = false;
  });
  return [...done, current].filter((block) => block.rows.length > 0);
}

/** Enough to know whether there is more than one column anywhere. */
function sampleOf(rows: readonly RawRow[]): readonly RawRow[] {
  return rows.slice(0, 1_000);
}

function lineOf({ cells }: RawRow, delimiter: string): string {
  return cut(cells.join(`${delimiter} `), 1_000)
    .replace(/^#\s?/, "")
    .replace(/[\s,;|]+$/, "");
}

/** Whether a row after a blank one is a header: words, where the table so far has figures, or another width. */
function beginsTable(row: RawRow, { rows }: Block): boolean {
  const [header, ...body] = rows;
  const names = row.cells.slice(0, lastFilled(row) + 1);
  if (
    names.length < 2 ||
    names.some((cell) => cell === "" || isNumberLike(cell))
  )
    return false;
  const width = header ? lastFilled(header) + 1 : 0;
  if (names.length !== width) return true;
  const sample = body.slice(0, 50);
  return names.some((_, at) => {
    const cells = sample.map(({ cells }) => cells[at] ?? "");
    return (
      cells.some((cell) => cell !== "") &&
      cells.every((cell) => cell === "" || isNumberLike(cell))
    );
  });
}

function lastFilled({ cells }: RawRow): number {
  return cells.findLastIndex((cell) => cell !== "");
}

function tableOf(
  { preamble, rows }: Block,
  source: LayoutSource,
  problems: ProblemCollector,
): ImportTable {
  const headerRows = source.headerRows ?? headerRowsOf(rows);
  const header = rows.slice(0, headerRows).map((row) => spread(row, source));
  const body = rows.slice(headerRows);
  // Without a header the first row is as wide as the others should be.
  const measure = header.length > 0 ? header : body.slice(0, 1);
  const isTotal = totalsIn(body, measure[0]);
  const wanted = widthOf(rows, isTotal);
  const width = Math.min(wanted, IMPORT_LIMITS.columns);
  if (wanted > width)
    problems.add("tooManyColumns", { row: rows[0]?.at, column: width });
  const columns = columnsOf(header, width);
  const table: { rows: TableRow[]; totals: TableRow[] } = {
    rows: [],
    totals: [],
  };
  for (const row of body) {
    if (isTotal(row)) {
      table.totals.push(fit(row, width));
      problems.add("totalRow", { row: row.at });
      continue;
    }
    checkWidth(row, measure, problems);
    table.rows.push(fit(row, width));
  }
  return {
    // Its place among all tables of the file is known only where they come together.
    index: 0,
    name: source.name || (preamble[0] ?? ""),
    file: source.file,
    preamble,
    columns,
    ...table,
    isTyped: source.isTyped,
  };
}

/** A name over several columns is the name of each of them. */
function spread(row: RawRow, { spans }: LayoutSource): RawRow {
  const own = spans?.get(row.at);
  if (!own) return row;
  const cells = [...row.cells];
  for (const { from, to } of own)
    for (let at = from + 1; at <= to && at < IMPORT_LIMITS.columns; at++)
      cells[at] = cells[from] ?? "";
  return { at: row.at, cells: Array.from(cells, (cell) => cell ?? "") };
}

function fit({ at, cells }: RawRow, width: number): TableRow {
  if (cells.length === width) return { at, cells };
  if (cells.length > width) return { at, cells: cells.slice(0, width) };
  const missing = Array.from<string>({ length: width - cells.length });
  return { at, cells: [...cells, ...missing.fill("")] };
}

/** Columns are those of the header, and of every row that has more; an empty one at the end is none. */
function widthOf(
  rows: readonly RawRow[],
  isTotal: (row: RawRow) => boolean,
): number {
  let width = 0;
  for (const row of rows)
    if (row.cells.length > width && !isTotal(row))
      width = Math.max(width, lastFilled(row) + 1);
  return width;
}

function checkWidth(
  row: RawRow,
  header: readonly RawRow[],
  problems: ProblemCollector,
): void {
  const [least, most] = [
    Math.min(...header.map(lastFilled)),
    Math.max(...header.map(({ cells }) => cells.length)),
  ];
  // Some programs leave out cells at the end where nothing is said; a row that ends before that lost some.
  const isShort = row.cells.length < most && row.cells.length <= least;
  if (isShort || lastFilled(row) >= most)
    problems.add("raggedRow", { row: row.at });
}

/**
 * Which rows sum up the others: a first cell that is empty beside a cell that says so, or a first or last row whose
 * first cell does. A row in the midst that is called "total" is somebody's answer.
 */
function totalsIn(
  body: readonly RawRow[],
  header: RawRow | undefined,
): (row: RawRow) => boolean {
  const ends = new Set([body[0], body.at(-1)]);
  const width = header?.cells.length ?? 0;
  const says = (cell: string | undefined) =>
    cell !== undefined && isTotalWord(cell);
  return (row) => {
    const { cells } = row;
    if (cells[0] === "")
      return (
        (cells.length > width
          ? says(cells[width])
          : says(cells.find((cell) => cell !== ""))) &&
        cells.some((cell) => isNumberLike(cell))
      );
    return (
      body.length > 1 &&
      ends.has(row) &&
      says(cells[0]) &&
      cells.slice(1).every((cell) => cell === "" || isNumberLike(cell))
    );
  };
}

/** Adds what is too much to what is wrong, with the place where it begins. */
export function checkLimits(
  tables: readonly ImportTable[],
  problems: ProblemCollector,
): void {
  let rows = 0;
  if (tables.length > IMPORT_LIMITS.tables) problems.add("tooManyTables");
  for (const { columns, rows: body } of tables) {
    for (const row of body) {
      rows += 1;
      if (rows === IMPORT_LIMITS.rows + 1)
        problems.add("tooManyRows", { row: row.at });
      const long = row.cells.findIndex(
        (cell) => cell.length > IMPORT_LIMITS.cell,
      );
      if (long >= 0)
        problems.add("tooLongCell", {
          row: row.at,
          column: long,
          columnName: columns[long]?.name,
        });
    }
  }
}
