import type { Interval } from "./interval";
import { t95 } from "./student";

/** What is known of a sample without its values. */
export interface Moments {
  /** How many values. */
  readonly n: number;
  readonly mean: number;
  /** Standard deviation of the sample (divided by n - 1); null where it is not known, or n is 1. */
  readonly sd: number | null;
}

export interface MeanReading extends Moments {
  /** Null for one value, and where the spread is not known. */
  readonly interval: Interval | null;
}

/**
 * A mean with its interval by Student's t.
 *
 * @returns null where there is no value.
 */
export function meanOf(values: readonly number[]): MeanReading | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return meanFrom({
    n,
    mean,
    sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
  });
}

/** The same from what a database or a report has summed up. */
export function meanFrom({ n, mean, sd }: Moments): MeanReading {
  if (n < 2 || sd === null) return { n, mean, sd, interval: null };
  const half = (t95(n - 1) * sd) / Math.sqrt(n);
  return { n, mean, sd, interval: { low: mean - half, high: mean + half } };
}
