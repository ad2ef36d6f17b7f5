import { describe, expect, it } from "vitest";
import { figureInterval, type CountedFigure } from "./figure-interval";

const five = { low: 1, high: 5, isShare: false };
const figure = (change: Partial<CountedFigure>): CountedFigure => ({
  value: 1.4,
  scale: five,
  sd: null,
  n: 40,
  measure: null,
  ...change,
});

describe("[N03] between which values one figure lies", () => {
  it("takes Student's t for a mean whose spread is known, cut to its scale", () => {
    const found = figureInterval(figure({ sd: 0.496 }));
    expect(found?.low).toBeCloseTo(1.241, 2);
    expect(found?.high).toBeCloseTo(1.559, 2);
    expect(figureInterval(figure({ n: 2, sd: 1 }))).toEqual({
      low: 1,
      high: 5,
    });
  });

  it("takes Wilson for a share of people, be it of a feeling or of those who leave", () => {
    const share = { low: 0, high: 100, isShare: true };
    const said = figureInterval(figure({ value: 80, n: 10, scale: share }));
    expect(said?.low).toBeCloseTo(49.0, 1);
    expect(said?.high).toBeCloseTo(94.3, 1);
    const lost = { value: 80, n: 10, scale: null, measure: "lost" };
    expect(figureInterval(figure(lost))).toEqual(said);
  });

  it("claims none where nobody knows on how many a figure rests or how far its answers lie apart", () => {
    expect(figureInterval(figure({}))).toBeNull();
    expect(figureInterval(figure({ sd: 0.5, n: null }))).toBeNull();
    expect(figureInterval(figure({ sd: 0.5, n: 1 }))).toBeNull();
    expect(figureInterval(figure({ value: null, sd: 0.5 }))).toBeNull();
    expect(figureInterval(figure({ scale: null, measure: "wait" }))).toBeNull();
    expect(figureInterval(figure({ scale: null, measure: null }))).toBeNull();
  });
});
