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

/** A curve in figures, all on the five levels from 1 (very angry) to 5 (very happy). */
export interface PeakEndFigures<Key> {
  /** How many points are known. */
  readonly n: number;
  /** The most intense point, the low one of equals; null where the curve is flat. */
  readonly peak: Key | null;
  readonly end: Key;
  readonly remembered: number;
  readonly mean: number;
  readonly highest: number;
  readonly lowest: number;
  readonly last: number;
}

/** From the scale of emotions to the five levels. */
const level = (value: number) => value + 3;

/**
 * What stays in memory beside what was felt on the whole. It predicts a memory and has not observed one.
 *
 * @returns null where no point is known.
 */
export function peakEndFigures<Key>(
  readings: readonly Reading<Key>[],
): PeakEndFigures<Key> | null {
  const values = readings.flatMap(({ value }) => value ?? []);
  const { peak, low, end, remembered } = peakLowEnd(readings);
  if (end === null || remembered === null) return null;
  const [highest, lowest] = [Math.max(...values), Math.min(...values)];
  return {
    n: values.length,
    peak: highest > -lowest ? peak : low,
    end,
    remembered: level(remembered),
    mean: level(values.reduce((sum, value) => sum + value, 0) / values.length),
    highest: level(highest),
    lowest: level(lowest),
    last: level(values.at(-1) ?? 0),
  };
}
