import { describe, expect, test } from "vitest";
import { firstInView, visibleShare } from "./strip";

const stages = [
  { x: 0, width: 400 },
  { x: 400, width: 64 },
  { x: 464, width: 600 },
];

describe("the strip of stages", () => {
  test("[A4] marks the shares of the stages that the window shows", () => {
    const view = { left: 300, right: 764 };
    expect(stages.map((stage) => visibleShare(stage, view))).toEqual([
      { from: 0.75, to: 1 },
      { from: 0, to: 1 },
      { from: 0, to: 0.5 },
    ]);
  });

  test("marks nothing out of view, nor a stage that only touches the edge", () => {
    expect(visibleShare({ x: 0, width: 400 }, { left: 400, right: 800 })).toBe(
      null,
    );
    expect(visibleShare({ x: 0, width: 0 }, { left: 0, right: 800 })).toBe(
      null,
    );
  });

  test("says that one is in the first stage of which at least half is in view", () => {
    expect(firstInView(stages, { left: 0, right: 1_000 })).toBe(0);
    expect(firstInView(stages, { left: 300, right: 1_064 })).toBe(1);
    expect(firstInView(stages, { left: 500, right: 700 })).toBe(2);
    expect(firstInView([], { left: 0, right: 10 })).toBe(-1);
  });
});
