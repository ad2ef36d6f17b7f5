import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOf } from "../metrics/mean";
import { scoreOf, type FaceCounts } from "./results";
import { FACES } from "./terms";

const countsOf = (answers: readonly number[]) =>
  FACES.map(
    (face) => answers.filter((answer) => answer === face).length,
  ) as unknown as FaceCounts;
const answers = fc.array(fc.constantFrom(...FACES), { maxLength: 60 });

describe("what answers to a pulse say together", () => {
  it("[N06] is nothing below five answers, whatever they are and whatever limit is asked for", () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 30 }), (all, least) => {
        const isEnough = all.length >= Math.max(5, least);
        expect(scoreOf(countsOf(all), least) !== null).toBe(isEnough);
      }),
    );
  });

  it("[N06] is their mean with the interval of Student's t, cut to the five faces", () => {
    fc.assert(
      fc.property(answers, (all) => {
        const score = scoreOf(countsOf(all), 5);
        const known = meanOf(all);
        if (!score || !known) return;
        expect(score.mean).toBeCloseTo(known.mean, 9);
        expect(score.sd).toBeCloseTo(known.sd ?? 0, 9);
        if (!score.interval || !known.interval) return;
        const { low, high } = known.interval;
        expect(score.interval.low).toBeCloseTo(Math.max(1, low), 9);
        expect(score.interval.high).toBeCloseTo(Math.min(5, high), 9);
      }),
    );
    // 1, 2, 3, 4, 5: 3 ± 2.776445 · 1.581139 / √5.
    expect(scoreOf([1, 1, 1, 1, 1], 5)).toMatchObject({ mean: 3 });
    expect(scoreOf([1, 1, 1, 1, 1], 5)?.interval?.high).toBeCloseTo(4.9633, 3);
  });

  it("[N06] has no interval where all chose the same face", () => {
    expect(scoreOf([0, 0, 0, 0, 6], 5)).toMatchObject({
      mean: 5,
      sd: 0,
      interval: null,
    });
  });
});
