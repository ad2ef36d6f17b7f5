import { describe, expect, test } from "vitest";
import { conversionOf } from "./conversion";
import { effortOf } from "./effort";
import { cutTo } from "./interval";
import { meanFrom, meanOf } from "./mean";
import { npsFrom, npsOf } from "./nps";
import { proportionOf } from "./proportion";
import { goodShare, topTwoBox } from "./satisfaction";
import { rescale, rescaleInterval } from "./scale";
import { t95 } from "./student";

const times = (count: number, value: number) =>
  Array.from({ length: count }, () => value);

describe("[R59] a mean with its interval", () => {
  test("uses Student's t of the sample, as the tables have it", () => {
    expect([9, 29, 99].map((freedom) => t95(freedom).toFixed(4))).toEqual([
      "2.2622",
      "2.0452",
      "1.9842",
    ]);
    // No step where the table ends.
    expect(t95(30) - t95(31)).toBeLessThan(t95(29) - t95(30));
    expect(t95(31)).toBeLessThan(t95(30));
  });

  test("says the same of values and of what was summed up", () => {
    const values = [7, 9, 10, 4, 8, 8];
    const reading = meanOf(values);
    expect(reading).toMatchObject({ n: 6, mean: 46 / 6 });
    expect(meanFrom(reading!)).toEqual(reading);
    expect(reading?.interval?.low).toBeCloseTo(5.499, 3);
    expect(reading?.interval?.high).toBeCloseTo(9.8344, 3);
  });

  test("has none for one value, and nothing to say of no value", () => {
    expect(meanOf([4])).toEqual({ n: 1, mean: 4, sd: null, interval: null });
    expect(meanOf([])).toBeNull();
  });

  test("is cut to its scale for showing only", () => {
    const { interval } = meanOf([5, 5, 4])!;
    expect(interval!.high).toBeGreaterThan(5);
    expect(cutTo(interval!, { low: 1, high: 5 }).high).toBe(5);
  });
});

describe("[R59] a share with its interval", () => {
  test("of 8 in 10 lies between 49.0 and 94.3 %", () => {
    const { share, interval } = proportionOf(8, 10)!;
    expect(share).toBe(0.8);
    expect((100 * interval.low).toFixed(1)).toBe("49.0");
    expect((100 * interval.high).toFixed(1)).toBe("94.3");
  });

  test("stays between none and all, and has a width at both", () => {
    expect(proportionOf(0, 5)!.interval).toMatchObject({ low: 0 });
    expect(proportionOf(0, 5)!.interval.high).toBeGreaterThan(0.4);
    expect(proportionOf(5, 5)!.interval).toMatchObject({ high: 1 });
    expect(proportionOf(0, 0)).toBeNull();
  });
});

describe("[R59] the Net Promoter Score", () => {
  test("of 36, 49 and 15 is +21, give or take the adjusted interval", () => {
    const nps = npsOf([...times(36, 9), ...times(49, 8), ...times(15, 6)])!;
    expect(nps).toMatchObject({ promoters: 36, passives: 49, detractors: 15 });
    expect(nps.score).toBeCloseTo(21);
    expect(nps.standardError.toFixed(2)).toBe("6.83");
    expect(nps.interval.low.toFixed(1)).toBe("7.2");
    expect(nps.interval.high.toFixed(1)).toBe("33.6");
  });

  test("of promoters alone is 100 and could still be lower", () => {
    const { score, interval } = npsFrom({ n: 8, promoters: 8, detractors: 0 })!;
    expect(score).toBe(100);
    expect(interval.low).toBeLessThan(100);
  });

  test("is not made of answers that are not from 0 to 10", () => {
    expect(npsOf([1, 11])).toBeNull();
    expect(npsOf([7.5])).toBeNull();
    expect(npsOf([])).toBeNull();
  });
});

describe("[R59] satisfaction and effort", () => {
  test("top-2-box counts the two best answers of the scale", () => {
    expect(topTwoBox([5, 4, 3, 1], 5)!.share).toBe(0.5);
    expect(topTwoBox([10, 9, 8], 10)!.count).toBe(2);
    expect(goodShare(3, 1)!.share).toBe(0.75);
    expect(goodShare(0, 0)).toBeNull();
  });

  test("effort is a mean, a share and an index, each by its own name", () => {
    const effort = effortOf([7, 6, 5, 4, 3])!;
    expect(effort.mean.mean).toBe(5);
    expect(effort.easy.share).toBe(0.6);
    expect(effort.index).toBe(20);
    expect(effortOf([0])).toBeNull();
    expect(effortOf([])).toBeNull();
  });
});

describe("[R57] conversion from step to step", () => {
  test("says who goes on, who is lost and what is left at the end", () => {
    const { steps, overall } = conversionOf([120, 100, 40]);
    expect(steps.map(({ onward }) => onward?.share ?? null)).toEqual([
      100 / 120,
      0.4,
      null,
    ]);
    expect(steps[1]?.lost?.count).toBe(60);
    expect(overall?.share).toBe(1 / 3);
  });

  test("names the weakest step only where it is clearly the weakest", () => {
    expect(conversionOf([120, 100, 40]).weakest).toBe(1);
    expect(conversionOf([12, 9, 6]).weakest).toBeNull();
    expect(conversionOf([12]).weakest).toBeNull();
  });

  test("gives a step that grows no share, and a funnel that nobody entered none", () => {
    expect(conversionOf([10, 20]).steps[0]?.onward).toBeNull();
    expect(conversionOf([10, 20]).overall).toBeNull();
    expect(conversionOf([0, 0]).overall).toBeNull();
  });
});

describe("[R51] rescaling to the five levels", () => {
  const scale = { low: 0, high: 10, isHighBad: false };
  test("keeps the ends, the middle and the decimals", () => {
    expect([0, 5, 8.26, 10].map((value) => rescale(value, scale))).toEqual([
      1,
      3,
      expect.closeTo(4.304),
      5,
    ]);
  });

  test("turns a scale around on which more is worse, intervals too", () => {
    const effort = { low: 1, high: 5, isHighBad: true };
    expect(rescale(1, effort)).toBe(5);
    expect(rescaleInterval({ low: 1, high: 2 }, effort)).toEqual({
      low: 4,
      high: 5,
    });
  });
});
