import fc from "fast-check";
import { expect, test } from "vitest";
import { planned, viewOf } from "../testing/test-grid";
import type { Plan } from "../testing/test-grid";
import { firstPoint, repair, same, walk } from "./navigation";
import type { Step } from "./navigation";
import { cellAt, cellOf, leafAt, shapeOf } from "./shape";
import type { GridShape, Point } from "./shape";

const steps: readonly Step[] = [
  "left",
  "right",
  "up",
  "down",
  "jump-left",
  "jump-right",
  "jump-up",
  "jump-down",
  "row-start",
  "row-end",
  "grid-start",
  "grid-end",
  "page-up",
  "page-down",
];

const plans: fc.Arbitrary<Plan> = fc.record({
  stages: fc.array(fc.integer({ min: -3, max: 4 }), {
    minLength: 1,
    maxLength: 4,
  }),
  lanes: fc.array(
    fc.record({
      kind: fc.constantFrom(
        "text",
        "pain",
        "message",
        "emotion",
        "line",
        "channel",
      ),
      span: fc.constantFrom("stage", "touchpoint"),
      collapsed: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
});

function pointsOf(shape: GridShape): Point[] {
  return shape.rows.flatMap((row) =>
    [-1, ...shape.leaves.keys()]
      .filter((index) => cellAt(shape, row, index) !== null)
      .map((index) => ({ row, leaf: leafAt(shape, index) })),
  );
}

test("[A1] no step ever leaves the grid, from whichever cell it begins", () => {
  fc.assert(
    fc.property(
      plans,
      fc.array(fc.constantFrom(...steps), { maxLength: 30 }),
      (plan, way) => {
        const { shape, isFilled } = viewOf(plan);
        let here = firstPoint(shape);
        for (const step of way) {
          here = walk({ shape, isFilled }, here, step);
          expect(cellOf(shape, here)).not.toBeNull();
        }
      },
    ),
  );
});

test("[A1] every cell can be reached by the arrows alone", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { shape, isFilled } = viewOf(plan);
      const reached = new Map<string, Point>();
      const open = [firstPoint(shape)];
      for (let here = open.pop(); here; here = open.pop()) {
        const cell = cellOf(shape, here);
        const name = `${here.row}/${cell?.from}`;
        const goal = `${name}/${here.leaf}`;
        if (reached.has(goal)) continue;
        reached.set(goal, here);
        for (const step of ["left", "right", "up", "down"] as const) {
          open.push(walk({ shape, isFilled }, here, step));
        }
      }
      const cells = new Set(
        [...reached.keys()].map((key) => key.split("/").slice(0, 2).join("/")),
      );
      for (const point of pointsOf(shape)) {
        expect(cells).toContain(`${point.row}/${cellOf(shape, point)?.from}`);
      }
    }),
  );
});

test("[A1] going down and up again comes back to the same column, also through cells that span several", () => {
  fc.assert(
    fc.property(plans, fc.nat(), (plan, seed) => {
      const { shape, isFilled } = viewOf(plan);
      const points = pointsOf(shape);
      const from = points[seed % points.length] as Point;
      const below = walk({ shape, isFilled }, from, "down");
      if (same(below, from)) return;
      expect(walk({ shape, isFilled }, below, "up")).toEqual(from);
    }),
  );
});

test("[A3] a selection whose row or column a colleague removes stays on the map", () => {
  fc.assert(
    fc.property(plans, plans, fc.nat(), (one, other, seed) => {
      const before = shapeOf(planned(one));
      const after = shapeOf(planned(other));
      const points = pointsOf(before);
      const point = points[seed % points.length] as Point;
      const repaired = repair(before, after, point);
      expect(cellOf(after, repaired)).not.toBeNull();
      if (cellOf(after, point)) expect(repaired).toEqual(point);
    }),
  );
});
