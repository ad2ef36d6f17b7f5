import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ATTENTION_WEIGHTS,
  attentionOf,
  type JourneyCounts,
} from "./attention";

const well: JourneyCounts = {
  touchpoints: 10,
  withoutOwner: 0,
  unhappy: 0,
  veryUnhappy: 0,
  lost: null,
  undecidedPains: 0,
  overdueTasks: 0,
  assumed: 0,
  stale: 0,
  reviewOverdueDays: null,
};

describe("[R17] [R56] which journey needs attention first", () => {
  it("asks for nothing where all is well", () => {
    expect(attentionOf(well)).toEqual({ score: 0, reasons: [] });
  });

  it("names what weighs most first", () => {
    const { reasons } = attentionOf({
      ...well,
      withoutOwner: 2,
      lost: 0.5,
      overdueTasks: 1,
    });
    expect(reasons).toEqual(["lost", "withoutOwner", "overdueTasks"]);
  });

  it("takes very unhappy for worse than unhappy, and one in ten for less than five", () => {
    const score = (counts: Partial<JourneyCounts>) =>
      attentionOf({ ...well, ...counts }).score;
    expect(score({ unhappy: 2, veryUnhappy: 2 })).toBeGreaterThan(
      score({ unhappy: 2 }),
    );
    expect(score({ unhappy: 5 })).toBeGreaterThan(score({ unhappy: 1 }));
  });

  it("[R84] asks for a review from the day that it is due, and more so later", () => {
    const score = (reviewOverdueDays: number) =>
      attentionOf({ ...well, reviewOverdueDays }).score;
    expect(score(0)).toBeGreaterThan(0);
    expect(score(60)).toBeGreaterThan(score(0));
  });

  it("[N03] [N05] says that feelings are only assumed or their evidence is old, which weighs less than all else", () => {
    const doubts = { assumed: 3, stale: 2 };
    expect(attentionOf({ ...well, ...doubts }).reasons).toEqual([
      "assumed",
      "stale",
    ]);
    expect(attentionOf({ ...well, ...doubts, unhappy: 1 }).reasons[0]).toBe(
      "unhappy",
    );
    const score = (stale: number) => attentionOf({ ...well, stale }).score;
    expect(score(4)).toBeGreaterThan(score(1));
  });

  it("the weights come to a hundred", () => {
    const weights = Object.values(ATTENTION_WEIGHTS);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it("stays between 0 and 100 and never falls when something gets worse", () => {
    const count = fc.nat(50);
    const counts = fc.record({
      touchpoints: count,
      withoutOwner: count,
      unhappy: count,
      veryUnhappy: count,
      lost: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      undecidedPains: count,
      overdueTasks: count,
      assumed: count,
      stale: count,
      reviewOverdueDays: fc.option(count),
    });
    fc.assert(
      fc.property(counts, (some) => {
        const { score } = attentionOf(some);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100.0001);
        const worse = attentionOf({
          ...some,
          undecidedPains: some.undecidedPains + 1,
          unhappy: some.unhappy + 1,
        });
        expect(worse.score).toBeGreaterThanOrEqual(score - 1e-9);
      }),
    );
  });
});
