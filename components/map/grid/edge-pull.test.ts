import fc from "fast-check";
import { expect, test } from "vitest";
import { pull } from "./edge-pull";

const span = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 60, max: 1500 }))
  .map(([start, width]) => ({ start, end: start + width }));

test("[A3] the map scrolls towards the edge that is near, faster the closer, and not in the middle", () => {
  fc.assert(
    fc.property(
      span,
      fc.integer({ min: 0, max: 2000 }),
      ({ start, end }, x) => {
        const near = pull(x, start, end);
        const nearer = pull(x - 1, start, end);
        expect(nearer).toBeLessThanOrEqual(near);
        expect(Math.abs(pull((start + end) / 2, start, end))).toBe(0);
        expect(pull(start, start, end)).toBe(-pull(end, start, end));
        expect(pull(start, start, end)).toBeLessThan(0);
      },
    ),
  );
});
