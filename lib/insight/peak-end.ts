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
  /** How many points are known, and how many are not and were skipped. */
  readonly n: number;
  readonly skipped: number;
  /** The most intense point, the low one of equals; the only one where there is one; null where the curve is flat. */
  readonly peak: Key | null;
  /** Whether a high and a low are equally intense, so that the low one was taken. */
  readonly isTie: boolean;
  readonly end: Key;
  readonly remembered: number;
  /** What it would be with the happiest and with the unhappiest point instead of the most intense one. */
  readonly rememberedHigh: number;
  readonly rememberedLow: number;
  readonly mean: number;
  readonly highest: number;
  readonly lowest: number;
  /** The first of the unhappiest points. */
  readonly lowestAt: Key;
  readonly last: number;
  readonly endsBelowPeak: boolean;
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
  const { peak, low, end, remembered, endsBelowPeak } = peakLowEnd(readings);
  if (end === null || remembered === null) return null;
  const [highest, lowest] = [Math.max(...values), Math.min(...values)];
  const last = values.at(-1) ?? 0;
  const intense = highest > -lowest ? peak : low;
  return {
    n: values.length,
    skipped: readings.length - values.length,
    // One value is peak and end at once; several that are equal have no peak.
    peak: values.length === 1 ? end : intense,
    isTie: highest === -lowest && highest > 0,
    end,
    remembered: level(remembered),
    rememberedHigh: level((highest + last) / 2),
    rememberedLow: level((lowest + last) / 2),
    mean: level(values.reduce((sum, value) => sum + value, 0) / values.length),
    highest: level(highest),
    lowest: level(lowest),
    lowestAt: low ?? end,
    last: level(last),
    endsBelowPeak,
  };
}
