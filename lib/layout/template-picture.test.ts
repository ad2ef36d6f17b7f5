import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutTemplate, TEMPLATE_PICTURE } from "./template-picture";

const { width, height, head, mostRows } = TEMPLATE_PICTURE;
const shapes = fc.record({
  stages: fc.array(
    fc.record({
      colour: fc.constantFrom(null, "blue"),
      touchpoints: fc.nat(12),
    }),
    { maxLength: 20 },
  ),
  lanes: fc.array(fc.record({ isCurve: fc.boolean() }), { maxLength: 30 }),
});

test("whatever a template holds, its picture stays inside its frame and keeps the order", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { stages, rows } = layoutTemplate(shape);
      expect(stages).toHaveLength(shape.stages.length);
      expect(rows).toHaveLength(Math.min(mostRows, shape.lanes.length));
      const xs = stages.flatMap(({ x, columns }) => [
        x,
        ...columns.map((c) => c.x),
      ]);
      for (const x of xs) expect(x).toBeGreaterThanOrEqual(head - 0.001);
      for (const { x, width: wide } of stages)
        expect(x + wide).toBeLessThanOrEqual(width + 0.001);
      const lefts = stages.map(({ x }) => x);
      expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
      const last = rows.at(-1);
      if (last)
        expect(last.y + last.height).toBeLessThanOrEqual(height + 0.001);
    }),
  );
});

test("only a lane of feelings has a curve", () => {
  const { rows } = layoutTemplate({
    stages: [{ colour: null, touchpoints: 2 }],
    lanes: [{ isCurve: false }, { isCurve: true }],
  });
  expect(rows.map(({ curve }) => curve !== null)).toEqual([false, true]);
});
