import { describe, expect, it } from "vitest";
import { areaUnder, layoutCurve } from "./curve";

const frame = { height: 100, padding: 10 };
const points = (...values: (number | null)[]) =>
  values.map((value, key) => ({ key, x: key * 100, value }));

describe("layoutCurve", () => {
  it("[R52] leaves a point without a value open, on the dashed bridge over it", () => {
    const shape = layoutCurve(points(2, null, -2), frame);
    expect(shape.segments.map(({ bridged }) => bridged)).toEqual([true]);
    expect(shape.open).toEqual([{ key: 1, x: 100, y: 50 }]);
  });

  it("puts open points before the first and after the last value at their height", () => {
    const shape = layoutCurve(points(null, 1, 2, null), frame);
    expect(shape.open.map(({ y }) => y)).toEqual([30, 10]);
  });

  it("draws no line for a single value, and open points in the middle for none", () => {
    expect(layoutCurve(points(1), frame).segments).toEqual([]);
    expect(layoutCurve(points(1), frame).points).toHaveLength(1);
    expect(
      layoutCurve(points(null, null), frame).open.map(({ y }) => y),
    ).toEqual([50, 50]);
  });

  it("writes path data of whole hundredths", () => {
    const [segment] = layoutCurve(points(2, -2), frame).segments;
    expect(segment?.path).toBe("M0,10C33.33,36.67,66.67,63.33,100,90");
  });

  it("closes the surface under the curve at the bottom of the frame", () => {
    const shape = layoutCurve(points(2, -2), frame);
    const curve = "C33.33,36.67,66.67,63.33,100,90";
    expect(areaUnder(shape, frame)).toBe(`M0,100V10H0${curve}H100V100Z`);
    expect(areaUnder(shape, frame, 40)).toBe(`M-40,100V10H0${curve}H140V100Z`);
    expect(areaUnder(layoutCurve(points(2), frame), frame)).toBe("");
  });
});
