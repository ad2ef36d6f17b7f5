import { curveMonotoneX, line } from "d3-shape";
import fc from "fast-check";
import { expect, test } from "vitest";
import { monotone, type Spot } from "./monotone";

/** Points in order of x, some of them at one height. */
const points = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 400 }),
      y: fc.oneof(
        fc.integer({ min: -4, max: 4 }),
        fc.double({ min: -500, max: 500, noNaN: true }),
      ),
    }),
    { maxLength: 24 },
  )
  .map((steps) => {
    let x = 0;
    return steps.map(({ step, y }): Spot => ({ x: (x += step), y }));
  });

/** The numbers of the path that the library draws, start and Béziers; a straight line as the Bézier that it is. */
function byLibrary(spots: readonly Spot[]): number[][] {
  const path: number[][] = [];
  let at: [number, number] = [0, 0];
  const context = {
    moveTo: (x: number, y: number) => void (at = [x, y]),
    lineTo: (x: number, y: number) => {
      const [dx, dy] = [(x - at[0]) / 3, (y - at[1]) / 3];
      path.push([...at, at[0] + dx, at[1] + dy, x - dx, y - dy, x, y]);
      at = [x, y];
    },
    bezierCurveTo: (...to: number[]) => {
      path.push([...at, ...to]);
      at = [to[4] ?? 0, to[5] ?? 0];
    },
    closePath: () => undefined,
  };
  line<Spot>()
    .x(({ x }) => x)
    .y(({ y }) => y)
    .curve(curveMonotoneX)
    .context(context as unknown as CanvasRenderingContext2D)([...spots]);
  return path;
}

test("the curve is the monotone one that everybody draws, to a millionth of a pixel", () => {
  fc.assert(
    fc.property(points, (spots) => {
      const ours = monotone(spots);
      const theirs = byLibrary(spots);
      expect(ours).toHaveLength(theirs.length);
      ours.forEach((segment, at) =>
        segment.forEach((value, place) =>
          expect(value).toBeCloseTo(theirs[at]?.[place] ?? Number.NaN, 6),
        ),
      );
    }),
  );
});
