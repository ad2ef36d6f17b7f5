import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutCurve, levelAt, levelY, type CurveInput } from "./curve";

const frame = { height: 160, padding: 20 };

const inputs = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 400 }),
      value: fc.option(
        fc.oneof(
          fc.constantFrom(-2, -1, 0, 1, 2),
          fc.double({ min: -2, max: 2, noNaN: true }),
        ),
      ),
    }),
    { size: "max", maxLength: 60 },
  )
  .map((steps) => {
    let x = 0;
    return steps.map(({ step, value }, key): CurveInput<number> => {
      x += step;
      return { key, x, value };
    });
  });

describe("layoutCurve", () => {
  it("[R50] never draws a feeling beyond the two points that it joins", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        for (const { controls } of layoutCurve(given, frame).segments) {
          const [, y0, , y1, , y2, , y3] = controls;
          const [top, bottom] = [
            Math.min(y0, y3) - 1e-6,
            Math.max(y0, y3) + 1e-6,
          ];
          for (const t of [0.1, 0.25, 0.5, 0.75, 0.9]) {
            const s = 1 - t;
            const y =
              s ** 3 * y0 +
              3 * s * s * t * y1 +
              3 * s * t * t * y2 +
              t ** 3 * y3;
            expect(y).toBeGreaterThanOrEqual(top);
            expect(y).toBeLessThanOrEqual(bottom);
          }
        }
      }),
    );
  });

  it("joins every known point to the next and dashes exactly where values are missing", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const shape = layoutCurve(given, frame);
        const known = given.filter(({ value }) => value !== null);
        expect(shape.points).toHaveLength(known.length);
        expect(shape.open).toHaveLength(given.length - known.length);
        expect(shape.segments).toHaveLength(Math.max(0, known.length - 1));
        shape.segments.forEach(({ bridged }, at) => {
          const gap = (known[at + 1]?.key ?? 0) - (known[at]?.key ?? 0);
          expect(bridged).toBe(gap > 1);
        });
      }),
    );
  });

  it("draws the same input the same way", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        expect(layoutCurve(given, frame)).toEqual(
          layoutCurve(structuredClone(given), frame),
        );
      }),
    );
  });

  it("keeps everything inside the frame, slots without a value too", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const shape = layoutCurve(given, frame);
        for (const { y } of [...shape.points, ...shape.open]) {
          expect(y).toBeGreaterThanOrEqual(frame.padding - 1e-6);
          expect(y).toBeLessThanOrEqual(frame.height - frame.padding + 1e-6);
        }
      }),
    );
  });

  it("[R51] reads a height back as the level it was drawn at, and never as a finer one", () => {
    fc.assert(
      fc.property(fc.constantFrom(-2, -1, 0, 1, 2), (level) => {
        expect(levelAt(levelY(level, frame), frame)).toBe(level);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (y) => {
        expect([-2, -1, 0, 1, 2]).toContain(levelAt(y, frame));
        expect(Object.is(levelAt(y, frame), -0)).toBe(false);
      }),
    );
  });
});
