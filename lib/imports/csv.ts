import Papa from "papaparse";
import { IMPORT_LIMITS } from "./contract";
import type { ProblemCollector } from "./problems";

/** A row as it stands in a file, before anybody knows what is a header. */
export interface RawRow {
  /** Its number, from 1, blank ones counted. */
  readonly at: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** How much of a file tells what divides its cells. */
const SAMPLE = { characters: 200_000, rows: 300 };

/** Rows that are no data: headers, preambles, blank ones between tables. */
const OTHER_ROWS = 2_000;

const DIRECTIVE = /^sep=(.)(?:\n|$)/i;

/** The rows of a text whose cells are divided by a character. @param wanted - where somebody has said it. */
export function readCsv(
  text: string,
  problems: ProblemCollector,
  wanted?: string,
): { rows: readonly RawRow[]; delimiter: string } {
  const directive = DIRECTIVE.exec(text);
  const body = directive ? text.slice(directive[0].length) : text;
  const skipped = directive ? 1 : 0;
  const delimiter = wanted ?? directive?.[1] ?? delimiterOf(body);
  const { data, errors, meta } = Papa.parse<string[]>(body, {
    delimiter,
    newline: "\n",
    preview: IMPORT_LIMITS.rows + OTHER_ROWS,
  });
  const places = (wanted: string) =>
    new Set(
      errors.flatMap(({ code, row }) =>
        code === wanted ? [(row ?? 0) + 1 + skipped] : [],
      ),
    );
  for (const row of places("MissingQuotes")) problems.add("openQuote", { row });
  for (const row of places("InvalidQuotes"))
    problems.add("strayQuote", { row });
  if (meta.truncated)
    problems.add("tooManyRows", { row: data.length + skipped });
  return {
    rows: data.map((cells, index) => ({
      at: index + 1 + skipped,
      cells: cells.map((cell) => cell.trim()),
    })),
    delimiter,
  };
}

/** The character with which most rows have the same number of cells, and more than one. */
function delimiterOf(text: string): string {
  const cut = text.length > SAMPLE.characters;
  const sample = cut ? text.slice(0, SAMPLE.characters) : text;
  let best: { delimiter: string; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const score = agreement(sample, delimiter, cut);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function agreement(sample: string, delimiter: string, cut: boolean): number {
  const { data, errors } = Papa.parse<string[]>(sample, {
    delimiter,
    newline: "\n",
    preview: SAMPLE.rows,
  });
  // The last row of a cut text may be half a row.
  const rows = (cut && data.length > 1 ? data.slice(0, -1) : data).filter(
    ([first, ...others]) => others.length > 0 || first?.trim() !== "",
  );
  const widths = new Map<number, number>();
  for (const { length } of rows)
    widths.set(length, (widths.get(length) ?? 0) + 1);
  let [width, count] = [1, 0];
  for (const [one, times] of widths)
    if (one > 1 && times > count) [width, count] = [one, times];
  const stray = errors.filter(({ code }) => code === "InvalidQuotes").length;
  const share = (count - Math.min(stray, count)) / Math.max(1, rows.length);
  // Among equals, the one that finds more columns: a decimal comma divides every row of a file as well.
  return share + Math.min(width, 100) / 10_000;
}
