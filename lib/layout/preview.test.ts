import { describe, expect, it } from "vitest";
import { layoutPreview, PREVIEW } from "./preview";

const journey = {
  stages: [
    { colour: "blue", touchpoints: 2 },
    { colour: null, touchpoints: 1 },
  ],
  curve: [1, null, -2],
  proven: [false, false, true],
};

describe("layoutPreview", () => {
  it("shares the width out by touchpoints", () => {
    const { stages } = layoutPreview(journey);
    expect(stages.map(({ columns }) => columns.length)).toEqual([2, 1]);
    expect(stages[0]?.width).toBeCloseTo((stages[1]?.width ?? 0) * 2);
    const last = stages[1];
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(PREVIEW.width);
  });

  it("[R53] [R52] draws the curve through known values and dashes over gaps", () => {
    const { curve } = layoutPreview(journey);
    expect(curve.points.map(({ value }) => value)).toEqual([1, -2]);
    expect(curve.points.map(({ isProven }) => isProven)).toEqual([false, true]);
    expect(curve.solid).toBe("");
    expect(curve.dashed).toMatch(/^M/);
  });

  it("keeps the place of a stage without touchpoints", () => {
    const { stages } = layoutPreview({
      stages: [{ colour: null, touchpoints: 0 }, ...journey.stages],
      curve: journey.curve,
      proven: journey.proven,
    });
    expect(stages[0]?.width).toBeGreaterThan(0);
    expect(stages[0]?.columns).toEqual([]);
  });

  it("draws an empty journey as an empty picture", () => {
    const curve = { solid: "", dashed: "", points: [] };
    expect(layoutPreview({ stages: [], curve: [], proven: [] })).toEqual({
      stages: [],
      curve,
    });
  });
});
