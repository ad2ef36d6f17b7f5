import type { Interval } from "./interval";
import { z95 } from "./student";

/** How likely people are to recommend, asked from 0 to 10. */
export interface NetPromoterScore {
  readonly n: number;
  /** 9 and 10. */
  readonly promoters: number;
  /** 7 and 8. */
  readonly passives: number;
  /** 0 to 6. */
  readonly detractors: number;
  /** -100 to 100: a number with its sign, never per cent. */
  readonly score: number;
  /** In points of the score. */
  readonly standardError: number;
  /** Adjusted Wald (Rocks 2016; Lewis and Sauro 2021): it has a width even where everybody is a promoter. */
  readonly interval: Interval;
}

/** How many answers an adjusted interval adds: three, of which three quarters on each side. */
const added = { all: 3, side: 0.75 } as const;

const spread = (up: number, down: number, n: number) =>
  Math.sqrt((up + down - (up - down) ** 2) / n);

/**
 * The Net Promoter Score of answers from 0 to 10. Answers to a question of another scale give none.
 *
 * @returns null without answers, and where one of them is no whole number from 0 to 10.
 */
export function npsOf(answers: readonly number[]): NetPromoterScore | null {
  const isAnswer = (value: number) =>
    Number.isInteger(value) && value >= 0 && value <= 10;
  if (!answers.every(isAnswer)) return null;
  const promoters = answers.filter((value) => value >= 9).length;
  const detractors = answers.filter((value) => value <= 6).length;
  return npsFrom({ n: answers.length, promoters, detractors });
}

/** How much one score lies above another one of other people. */
export interface NpsDifference {
  /** In points of the score. */
  readonly points: number;
  readonly interval: Interval;
  /** Whether the interval leaves out that nothing changed. */
  readonly isClear: boolean;
}

export function npsDifference(
  now: NetPromoterScore,
  before: NetPromoterScore,
): NpsDifference {
  const points = now.score - before.score;
  const half = z95 * Math.hypot(now.standardError, before.standardError);
  const interval = { low: points - half, high: points + half };
  return {
    points,
    interval,
    isClear: interval.low > 0 || interval.high < 0,
  };
}

/** The same from counts. @returns null where nobody was counted. */
export function npsFrom(counts: {
  n: number;
  promoters: number;
  detractors: number;
}): NetPromoterScore | null {
  const { n, promoters, detractors } = counts;
  if (n === 0) return null;
  const [up, down] = [promoters / n, detractors / n];
  const wide = n + added.all;
  const wideUp = (promoters + added.side) / wide;
  const wideDown = (detractors + added.side) / wide;
  const half = z95 * spread(wideUp, wideDown, wide);
  return {
    n,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    score: 100 * (up - down),
    standardError: 100 * spread(up, down, n),
    interval: {
      low: 100 * (wideUp - wideDown - half),
      high: 100 * (wideUp - wideDown + half),
    },
  };
}
