/** One reading of a curve: who was asked where, and what they felt, from -2 to 2 or not yet known. */
export interface Reading<Key> {
  readonly key: Key;
  readonly value: number | null;
}

export interface PeakEnd<Key> {
  /** The first of the happiest points; null where the curve is flat or has fewer than two known points. */
  readonly peak: Key | null;
  /** The first of the unhappiest points; null where `peak` is. */
  readonly low: Key | null;
  /** The last known point. */
  readonly end: Key | null;
  /** Mean of the most intense feeling and the last one, on the scale of the readings; null without any. */
  readonly remembered: number | null;
  /** Whether the way ends on a lower level than its happiest one. */
  readonly endsBelowPeak: boolean;
}

/**
 * What stays in memory of a journey: its happiest point, its unhappiest and its end (Fredrickson and Kahneman).
 *
 * Points without a value are skipped. Of an equally strong high and low the low one counts as the most intense:
 * bad weighs more.
 */
export function peakLowEnd<Key>(
  readings: readonly Reading<Key>[],
): PeakEnd<Key> {
  const known = readings.flatMap(({ key, value }) =>
    value === null ? [] : [{ key, value }],
  );
  const end = known.at(-1);
  if (!end) {
    return {
      peak: null,
      low: null,
      end: null,
      remembered: null,
      endsBelowPeak: false,
    };
  }
  const peak = known.reduce((best, point) =>
    point.value > best.value ? point : best,
  );
  const low = known.reduce((worst, point) =>
    point.value < worst.value ? point : worst,
  );
  const intense = peak.value > -low.value ? peak : low;
  const flat = peak.value === low.value;
  return {
    peak: flat ? null : peak.key,
    low: flat ? null : low.key,
    end: end.key,
    remembered: (intense.value + end.value) / 2,
    endsBelowPeak: end.value < peak.value,
  };
}
