import { IMPORT_LIMITS, type ImportScale } from "./contract";

type Fields = Readonly<Record<string, unknown>>;

/** What answers are called where only their groups are known. */
export const GROUP_COLUMN = "nps_group";

const groups = ["promoter", "passive", "detractor"] as const;

/** The groups of a Net Promoter Score; their mean is the score itself, from -100 to 100. */
export const groupScale: ImportScale = {
  metric: "nps",
  low: -100,
  high: 100,
  isHighBad: false,
  isShare: false,
  words: [
    { word: "detractor", value: -100 },
    { word: "passive", value: 0 },
    { word: "promoter", value: 100 },
  ],
};

/** Whether only the groups of answers are known and no answer from 0 to 10, so that there is a score and no mean. */
export const isOfGroups = ({ metric, low, high }: ImportScale): boolean =>
  metric === "nps" && low === groupScale.low && high === groupScale.high;

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;

/**
 * As many answers as a report of a score counts, each in its group; null for what is no such report. Of more than can be
 * imported, one too many.
 */
export function answersCounted(report: Fields): Fields[] | null {
  const counts = groups.map((group) => report[`${group}_count`]);
  if (!counts.every(isCount)) return null;
  let left: number = IMPORT_LIMITS.rows + 1;
  return counts.flatMap((count, nth) => {
    const length = Math.min(count, left);
    left -= length;
    return Array.from({ length }, () => ({ [GROUP_COLUMN]: groups[nth] }));
  });
}

/** An answer and its place in the list, from 1. */
export interface Listed {
  readonly fields: Fields;
  readonly at: number;
}

/** Answers to several kinds of survey have no scale in common: each kind is a table of its own, called by it. */
export function byKind(
  list: readonly Listed[],
): ReadonlyMap<string, readonly Listed[]> {
  const kinds = new Map<string, Listed[]>();
  for (const one of list) {
    const { survey_type: kind } = one.fields;
    if (typeof kind !== "string" || !("score" in one.fields))
      return new Map([["", list]]);
    const own = kinds.get(kind);
    if (own) own.push(one);
    else kinds.set(kind, [one]);
  }
  return kinds.size > 1 ? kinds : new Map([["", list]]);
}
