import type { DateStyle } from "./contract";

/** A day as a file writes it, and the moment where it tells one. */
export interface ReadMoment {
  /** ISO 8601, in the time of the place where it was written. */
  readonly day: string;
  /** Milliseconds since 1970; without an offset the time is taken as it stands, so that waits between two are right. */
  readonly at: number;
}

export type MomentReading = ReadMoment | "notDate" | "impossible";

const LONGEST = 40;
const TIME =
  "(?:[T ,]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?\\s?([AaPp])?\\.?(?:[Mm]\\.?)?)?" +
  // An abbreviation is no offset: three zones are called CST.
  "\\s?(?:(?:GMT|UTC)?([+-]\\d{1,2}(?::?\\d{2})?)|[A-Z]{1,5})?$";
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}`);
const YEAR_LAST = new RegExp(
  `^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}`,
);
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const SECONDS = /^\d{9,10}(?:\.\d{1,6})?$/;
const MILLISECONDS = /^\d{12,13}$/;

/** The moment in a cell of a column whose style is known. */
export function readMoment(cell: string, style: DateStyle): MomentReading {
  if (cell.length > LONGEST) return "notDate";
  switch (style) {
    case "unixSeconds":
      return SECONDS.test(cell) ? fromUnix(Number(cell) * 1000) : "notDate";
    case "unixMilliseconds":
      return MILLISECONDS.test(cell) ? fromUnix(Number(cell)) : "notDate";
    case "compact": {
      const found = COMPACT.exec(cell);
      return found
        ? fromParts([found[1]!, found[2]!, found[3]!], [])
        : "notDate";
    }
    case "yearFirst": {
      const found = YEAR_FIRST.exec(cell);
      return found
        ? fromParts([found[1]!, found[2]!, found[3]!], found.slice(4))
        : "notDate";
    }
    case "dayFirst":
    case "monthFirst": {
      const found = YEAR_LAST.exec(cell);
      if (!found) return "notDate";
      const [, one, , two, year] = found;
      const full = year!.length === 2 ? `20${year}` : year!;
      return fromParts(
        style === "dayFirst" ? [full, two!, one!] : [full, one!, two!],
        found.slice(5),
      );
    }
  }
}

function fromUnix(at: number): MomentReading {
  return { day: new Date(at).toISOString().slice(0, 10), at };
}

function fromParts(
  [year, month, day]: readonly [string, string, string],
  [hour, minute, second, half, offset]: readonly (string | undefined)[],
): MomentReading {
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const written = new Date(midnight);
  const isDay =
    written.getUTCMonth() === Number(month) - 1 &&
    written.getUTCDate() === Number(day);
  if (!isDay || Number(year) < 1900) return "impossible";
  const hours = hourOf(Number(hour ?? 0), half);
  const [minutes, seconds] = [Number(minute ?? 0), Number(second ?? 0)];
  if (hours > 24 || minutes > 59 || seconds > 60) return "impossible";
  const local = midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return {
    day: written.toISOString().slice(0, 10),
    at: local - offsetMs(offset),
  };
}

function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  const early = hour % 12;
  return half.toLowerCase() === "p" ? early + 12 : early;
}

function offsetMs(offset: string | undefined): number {
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset ?? "");
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return (found[1] === "-" ? -1 : 1) * minutes * 60_000;
}

export interface DatesFound {
  readonly style: DateStyle;
  /** Whether no cell says which of the first two numbers is the day. */
  readonly isUndecided: boolean;
}

/** How many of the cells have to be dates; the others are told as problems. */
const ENOUGH = 0.9;

/**
 * How a column writes dates, decided by all its cells.
 *
 * @param cells - those in which something stands.
 * @param hints - whether its name speaks of time, without which a long number is none; the language of the reader,
 *   which decides between day and month where nothing else does.
 * @returns null where they are no dates.
 */
export function datesOf(
  cells: readonly string[],
  hints: { readonly isNamedSo: boolean; readonly language: string },
): DatesFound | null {
  if (cells.length === 0) return null;
  const isMost = (style: DateStyle) => areMost(cells, style);
  if (isMost("yearFirst")) return { style: "yearFirst", isUndecided: false };
  if (hints.isNamedSo)
    for (const style of ["compact", "unixSeconds", "unixMilliseconds"] as const)
      if (isMost(style)) return { style, isUndecided: false };
  const [isDayFirst, isMonthFirst] = [isMost("dayFirst"), isMost("monthFirst")];
  if (isDayFirst !== isMonthFirst)
    return {
      style: isDayFirst ? "dayFirst" : "monthFirst",
      isUndecided: false,
    };
  if (!isDayFirst) return null;
  return bothWays(cells, hints.language);
}

function areMost(cells: readonly string[], style: DateStyle): boolean {
  let others = (1 - ENOUGH) * cells.length;
  for (const cell of cells) {
    if (typeof readMoment(cell, style) === "object") continue;
    others -= 1;
    if (others < 0) return false;
  }
  return true;
}

/** Every cell could be read in both ways, or a few of them in one only. */
function bothWays(cells: readonly string[], language: string): DatesFound {
  let [dayFirst, monthFirst, slashes] = [0, 0, 0];
  for (const cell of cells) {
    const found = YEAR_LAST.exec(cell.slice(0, LONGEST));
    if (!found) continue;
    if (Number(found[1]) > 12) dayFirst += 1;
    if (Number(found[3]) > 12) monthFirst += 1;
    if (found[2] === "/") slashes += 1;
  }
  if (dayFirst !== monthFirst)
    return {
      style: dayFirst > monthFirst ? "dayFirst" : "monthFirst",
      isUndecided: false,
    };
  // With points and dashes the day goes first wherever people write them so.
  if (slashes === 0) return { style: "dayFirst", isUndecided: false };
  return {
    style: language === "en" ? "monthFirst" : "dayFirst",
    isUndecided: true,
  };
}
