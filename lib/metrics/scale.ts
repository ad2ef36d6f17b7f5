import type { Interval } from "./interval";

/** What was answered on: its two ends, and whether more is worse, as it is for effort. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly isHighBad: boolean;
}

/** The levels of a curve, from very angry to very happy. */
export const levels = { low: 1, high: 5 } as const;

/**
 * Where a value of one scale lies on the five levels, decimals kept. For a mean: rescale it, not each answer.
 *
 * @returns 1 to 5 for a value within the scale.
 */
export function rescale(
  value: number,
  { low, high, isHighBad }: Scale,
): number {
  const share = (value - low) / (high - low);
  const span = levels.high - levels.low;
  return isHighBad ? levels.high - span * share : levels.low + span * share;
}

/** The same for an interval; its ends change places where more is worse. */
export function rescaleInterval(
  { low, high }: Interval,
  scale: Scale,
): Interval {
  const ends = [rescale(low, scale), rescale(high, scale)] as const;
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
