export type DecimalMark = "." | ",";

const MISSING = new Set([
  "",
  "na",
  "n/a",
  "n.v.t.",
  "nvt",
  "null",
  "none",
  "nil",
  "nan",
  "-",
  "--",
  "–",
  "(not set)",
  "#n/a",
]);

/** What stands where nothing was said. It is no answer, and never zero. */
export function isMissing(cell: string): boolean {
  return cell.length <= 9 && MISSING.has(cell.toLowerCase());
}

/** No number that anybody writes is longer. */
const LONGEST = 40;

const NUMBER_SHAPE = /^[+-]?[\d.,\u00A0\u202F '’]*\d[\d.,\u00A0\u202F '’]*%?$/;
const SPACES = /[\u00A0\u202F '’]/g;
/** A number with zeros before it, or one of more digits than computers count with. */
const IDENTIFIER = /^[+-]?(0\d|\d{16})/;

/** Whether a cell is a number in any of the ways to write one. Leading zeros and very long ones are identifiers. */
export function isNumberLike(cell: string): boolean {
  if (cell.length > LONGEST || !NUMBER_SHAPE.test(cell)) return false;
  return !IDENTIFIER.test(cell);
}

/**
 * The number in a cell, its sign for per cent left out.
 *
 * @returns null where it is none in this way of writing.
 */
export function readNumber(cell: string, decimal: DecimalMark): number | null {
  if (cell.length > LONGEST) return null;
  const bare = cell.replace(/\s?%$/, "").replace(SPACES, "");
  const [whole, part, ...more] = bare.split(decimal);
  if (whole === undefined || more.length > 0) return null;
  const group = decimal === "." ? "," : ".";
  if (part?.includes(group)) return null;
  const groups = whole.split(group);
  const isGrouped =
    groups.length === 1 ||
    (/^[+-]?\d{1,3}$/.test(groups[0]!) &&
      groups.slice(1).every((three) => /^\d{3}$/.test(three)));
  if (!isGrouped) return null;
  const joined =
    part === undefined ? groups.join("") : `${groups.join("")}.${part}`;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(joined)) return null;
  const value = Number(joined);
  return Number.isFinite(value) ? value : null;
}

/**
 * An answer with words after its number, such as `10 - very likely`; null where it does not begin with one, or where
 * that one has decimals.
 */
export function readLeadingNumber(cell: string): number | null {
  const found = /^(-?\d{1,3})(?:\s*(?:[-–—:=()]|\.(?!\d))|\s+\D)/.exec(
    cell.slice(0, 20),
  );
  return found ? Number(found[1]) : null;
}

/**
 * Whether decimals stand after a point or after a comma, decided by all cells of a column. `1.234,5` and `7,25` say
 * it; `1,234` does not, for it may be a thousand.
 *
 * @returns null where no cell decides.
 */
export function decimalOf(cells: Iterable<string>): DecimalMark | null {
  const votes = { ".": 0, ",": 0 };
  for (const cell of cells) {
    const vote = isNumberLike(cell) ? voteOf(cell) : null;
    if (vote) votes[vote] += 1;
  }
  if (votes["."] === 0 && votes[","] === 0) return null;
  return votes[","] > votes["."] ? "," : ".";
}

function voteOf(cell: string): DecimalMark | null {
  const bare = cell.replace(/\s?%$/, "").replace(SPACES, "");
  const [point, comma] = [bare.lastIndexOf("."), bare.lastIndexOf(",")];
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  if (point < 0 && comma < 0) return null;
  const mark = point >= 0 ? "." : ",";
  const other = mark === "." ? "," : ".";
  const parts = bare.split(mark);
  if (parts.length > 2) return other;
  // Nought thousand is nothing that anybody writes.
  const mayBeThousand =
    parts[1]!.length === 3 && /^[+-]?[1-9]\d{0,2}$/.test(parts[0]!);
  return mayBeThousand ? null : mark;
}

/** Whether the cells hold a number that is one thing with a point and another with a comma. */
export function isUndecided(cells: Iterable<string>): boolean {
  let isOpen = false;
  for (const cell of cells) {
    if (!isNumberLike(cell)) continue;
    if (voteOf(cell)) return false;
    isOpen ||= /[.,]/.test(cell);
  }
  return isOpen;
}
