import type { TableColumn } from "./contract";
import type { RawRow } from "./csv";
import { isNumberLike } from "./numbers";
import { cut, plainText } from "./plain-text";

const IMPORT_ID = /^\{\s*"ImportId"\s*:/;

const MOST_NAME = 300;

/** What the second header row of SurveyMonkey says under a question that has no choices of its own. */
const PLAIN_ANSWER = new Set(["response", "open-ended response"]);

/** How many rows at the beginning name the columns: one, two or three. */
export function headerRowsOf(rows: readonly RawRow[]): 1 | 2 | 3 {
  const [first, second, third] = rows;
  if (!first || !second) return 1;
  // Qualtrics: name, text of the question, and a row that names each column once more for programs.
  const ids = third?.cells.filter((cell) => cell !== "") ?? [];
  if (ids.length > 0 && ids.every((cell) => IMPORT_ID.test(cell))) return 3;
  if (first.cells[0] === "V1" && second.cells[0] !== "" && hasWords(second))
    return 2;
  return isSecondHeader(first, second, rows.slice(2, 52)) ? 2 : 1;
}

function hasWords({ cells }: RawRow): boolean {
  return !cells.some((cell) => isNumberLike(cell));
}

/**
 * A row that goes on naming columns: questions above their choices. Choices stand under a question that has blank
 * cells at its right, and under those; under every other name stands nothing, where the rows below have answers.
 */
function isSecondHeader(
  first: RawRow,
  second: RawRow,
  body: readonly RawRow[],
): boolean {
  if (!hasWords(second) || !hasWords(first)) return false;
  const name = (at: number) => first.cells[at] ?? "";
  const choice = (at: number) => second.cells[at] ?? "";
  const isBelowBlank = (at: number) =>
    at > 0 && name(at) === "" && choice(at) !== "";
  const columns = [...second.cells.keys()];
  const alone = columns.filter(
    (at) => name(at) !== "" && !isBelowBlank(at + 1),
  );
  const isPlain = columns.some((at) =>
    PLAIN_ANSWER.has(choice(at).toLowerCase()),
  );
  return (
    (isPlain || columns.some(isBelowBlank)) &&
    alone.length > 0 &&
    alone.every(
      (at) => choice(at) === "" || PLAIN_ANSWER.has(choice(at).toLowerCase()),
    ) &&
    alone.some((at) => body.some(({ cells }) => (cells[at] ?? "") !== ""))
  );
}

/**
 * Names for columns. A blank cell in the first of two header rows belongs to the question at its left; a column that
 * nobody named is called by its number, and a name that comes again gets one.
 */
export function columnsOf(
  header: readonly RawRow[],
  width: number,
): TableColumn[] {
  const parts = Array.from({ length: width }, (_, at) =>
    header.map(({ cells }) => cells[at] ?? ""),
  );
  if (header.length > 1)
    for (let at = 1; at < width; at++) {
      const [mine, before] = [parts[at], parts[at - 1]];
      const isBelow = mine?.some((part, row) => row > 0 && part !== "");
      if (mine && before && mine[0] === "" && isBelow) mine[0] = before[0]!;
    }
  return namedColumns(parts, nameOf);
}

/** Columns with names that are never empty and never the same. */
function namedColumns(
  parts: readonly (readonly string[])[],
  nameOf: (parts: readonly string[]) => string,
): TableColumn[] {
  const taken = new Map<string, number>();
  return parts.map((own, index) => {
    const wanted = nameOf(own) || `column ${index + 1}`;
    let times = (taken.get(wanted) ?? 0) + 1;
    let name = times === 1 ? wanted : `${wanted} ${times}`;
    while (times > 1 && taken.has(name)) name = `${wanted} ${++times}`;
    taken.set(wanted, times);
    if (name !== wanted) taken.set(name, 1);
    return { index, name, parts: own };
  });
}

/** Columns of files whose names of fields are their own header. */
export function fieldColumns(names: Iterable<string>): TableColumn[] {
  return namedColumns(
    Array.from(names, (name) => [name]),
    ([name = ""]) => cut(plainText(name), MOST_NAME),
  );
}

function nameOf(parts: readonly string[]): string {
  if (parts.some((part) => IMPORT_ID.test(part)))
    // The text of a question says more than its number, where it is not the same.
    return plain(parts[1] || parts[0]!);
  const said = parts
    .map(plain)
    .filter((part) => part !== "" && !PLAIN_ANSWER.has(part.toLowerCase()));
  return [...new Set(said)].join(" – ");
}

/** Typeform keeps the marks of bold words and tags of HTML in its questions. */
function plain(part: string): string {
  const name = part
    .slice(0, 2_000)
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, "")
    .replace(/\*([^*]{1,500})\*/g, "$1")
    .replace(/\s+/g, " ")
    .toWellFormed();
  return cut(name.trim(), MOST_NAME);
}
