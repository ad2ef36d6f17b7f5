import type { Interval } from "./interval";
import { z95 } from "./student";

export interface Proportion {
  /** Those of whom it is true. */
  readonly count: number;
  readonly n: number;
  /** 0 to 1. */
  readonly share: number;
  /** 0 to 1; Wilson 1927, which also holds near none and near all and for few. */
  readonly interval: Interval;
}

/**
 * How large a share is, and between which shares it lies.
 *
 * @param count - 0 to `n`.
 * @returns null where nobody was counted.
 */
export function proportionOf(count: number, n: number): Proportion | null {
  if (n === 0) return null;
  const share = count / n;
  const grown = 1 + z95 ** 2 / n;
  const centre = (share + z95 ** 2 / (2 * n)) / grown;
  const half =
    (z95 * Math.sqrt((share * (1 - share)) / n + z95 ** 2 / (4 * n ** 2))) /
    grown;
  return {
    count,
    n,
    share,
    // What rounding leaves beyond 0 and 1 is no share.
    interval: {
      low: Math.max(0, centre - half),
      high: Math.min(1, centre + half),
    },
  };
}
