import { describe, expect, it } from "vitest";
import { layoutPreview, PREVIEW_WIDTH } from "./preview";

const rows = {
  stages: [
    { id: "s1", colour: "blue" as const },
    { id: "s2", colour: null },
  ],
  touchpoints: [
    { id: "t1", stageId: "s1" },
    { id: "t2", stageId: "s1" },
    { id: "t3", stageId: "s2" },
    { id: "t4", stageId: null },
  ],
  emotions: [
    { touchpointId: "t1", personaId: "p", value: 1 },
    { touchpointId: "t3", personaId: "p", value: -2 },
    { touchpointId: "t4", personaId: "p", value: 2 },
  ],
};

describe("layoutPreview", () => {
  it("shares the width out by touchpoints", () => {
    const { stages } = layoutPreview(rows);
    expect(stages.map(({ columns }) => columns.length)).toEqual([2, 1]);
    expect(stages[0]?.width).toBeCloseTo((stages[1]?.width ?? 0) * 2);
    const last = stages[1];
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(PREVIEW_WIDTH);
  });

  it("draws one curve per persona through placed touchpoints only, dashed over gaps", () => {
    const { curves } = layoutPreview(rows);
    expect(curves).toHaveLength(1);
    expect(curves[0]?.points.map(({ value }) => value)).toEqual([1, -2]);
    expect(curves[0]?.solid).toBe("");
    expect(curves[0]?.dashed).toMatch(/^M/);
  });

  it("draws an empty journey as an empty picture, as JSON", () => {
    const empty = layoutPreview({ stages: [], touchpoints: [], emotions: [] });
    expect(empty).toEqual({ stages: [], curves: [] });
    expect(JSON.parse(JSON.stringify(layoutPreview(rows)))).toEqual(
      layoutPreview(rows),
    );
  });
});
