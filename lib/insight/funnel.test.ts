import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { funnelOf } from "./funnel";

describe("the funnel of a journey", () => {
  it("[R57] says how many arrive and how many go on", () => {
    const steps = funnelOf([null, 0.374, 0.461]);
    expect(steps[0]).toEqual({ before: 1, after: 1 });
    expect(steps[1]?.after).toBeCloseTo(0.626);
    expect(steps[2]?.before).toBeCloseTo(0.626);
    expect(steps[2]?.after).toBeCloseTo(0.337, 3);
  });

  it("[R57] never grows and never falls below nothing", () => {
    const share = fc.option(fc.double({ min: -1, max: 2, noNaN: true }));
    fc.assert(
      fc.property(fc.array(share), (shares) => {
        for (const { before, after } of funnelOf(shares)) {
          expect(after).toBeLessThanOrEqual(before);
          expect(after).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
