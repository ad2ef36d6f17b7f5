import { describe, expect, it } from "vitest";
import { peakEndFigures, peakLowEnd } from "./peak-end";

const readings = (...values: (number | null)[]) =>
  values.map((value, key) => ({ key, value }));

describe("peakLowEnd", () => {
  it("[N01] finds the first of the happiest, the first of the unhappiest and the last point", () => {
    expect(peakLowEnd(readings(0, 2, -1, 2, -1, 1))).toMatchObject({
      peak: 1,
      low: 2,
      end: 5,
    });
  });

  it("[R52] skips points without a value", () => {
    expect(peakLowEnd(readings(null, 1, null, -1, null))).toMatchObject({
      peak: 1,
      low: 3,
      end: 3,
    });
  });

  it("gives a flat curve no peak and no low", () => {
    expect(peakLowEnd(readings(1, 1, 1))).toMatchObject({
      peak: null,
      low: null,
      end: 2,
    });
    expect(peakLowEnd(readings(1))).toMatchObject({
      peak: null,
      end: 0,
      remembered: 1,
    });
  });

  it("has nothing to say about a curve without values", () => {
    expect(peakLowEnd(readings(null, null))).toEqual({
      peak: null,
      low: null,
      end: null,
      remembered: null,
      endsBelowPeak: false,
    });
  });

  it("[R55] remembers the mean of the most intense point and the end, bad before good", () => {
    expect(peakLowEnd(readings(2, -2, 1)).remembered).toBe(-0.5);
    expect(peakLowEnd(readings(2, -1, 1)).remembered).toBe(1.5);
    expect(peakLowEnd(readings(-1, -2, -1)).remembered).toBe(-1.5);
  });

  it("[N01] says when the end is weaker than the peak", () => {
    expect(peakLowEnd(readings(0, 2, 1)).endsBelowPeak).toBe(true);
    expect(peakLowEnd(readings(0, 1, 2)).endsBelowPeak).toBe(false);
  });
});

describe("peakEndFigures", () => {
  it("[R55] tells a curve in figures on the five levels, with both halves and what was skipped", () => {
    expect(peakEndFigures(readings(1, null, -2, 0))).toEqual({
      n: 3,
      skipped: 1,
      peak: 2,
      isTie: false,
      end: 3,
      remembered: 2,
      rememberedHigh: 3.5,
      rememberedLow: 2,
      mean: expect.closeTo(8 / 3),
      highest: 4,
      lowest: 1,
      lowestAt: 2,
      last: 3,
      endsBelowPeak: true,
    });
  });

  it("[R55] says when a high and a low are equally strong, and takes the low one", () => {
    expect(peakEndFigures(readings(2, -2, 1))).toMatchObject({
      peak: 1,
      isTie: true,
      remembered: 2.5,
      rememberedHigh: 4.5,
      rememberedLow: 2.5,
    });
    expect(peakEndFigures(readings(2, -1, 1))?.isTie).toBe(false);
    // Neutral all along is no high and no low.
    expect(peakEndFigures(readings(0, 0))?.isTie).toBe(false);
  });

  it("[R55] takes a single value for peak and end", () => {
    expect(peakEndFigures(readings(null, 0, null))).toMatchObject({
      n: 1,
      skipped: 2,
      peak: 1,
      end: 1,
      remembered: 3,
    });
  });

  it("names no peak of a flat curve, and nothing where nothing is known", () => {
    expect(peakEndFigures(readings(1, 1))).toMatchObject({
      peak: null,
      end: 1,
      remembered: 4,
    });
    expect(peakEndFigures(readings(null))).toBeNull();
  });
});
