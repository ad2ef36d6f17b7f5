import { describe, expect, it } from "vitest";
import { walkTo } from "./walk";

const size = { rows: 20, columns: 5 };
const at = { row: 10, column: 2 };
const to = (key: string, ctrl = false, from = at) => {
  const place = walkTo(from, { key, ctrl }, size);
  return place && [place.row, place.column];
};

describe("walkTo", () => {
  it("[N10] goes one step with an arrow and to the edge with Ctrl", () => {
    expect(to("ArrowUp")).toEqual([9, 2]);
    expect(to("ArrowDown")).toEqual([11, 2]);
    expect(to("ArrowLeft")).toEqual([10, 1]);
    expect(to("ArrowRight")).toEqual([10, 3]);
    expect(to("ArrowUp", true)).toEqual([0, 2]);
    expect(to("ArrowRight", true)).toEqual([10, 4]);
  });

  it("[N10] knows Home, End and the page keys as tables do", () => {
    expect(to("Home")).toEqual([10, 0]);
    expect(to("End")).toEqual([10, 4]);
    expect(to("Home", true)).toEqual([0, 0]);
    expect(to("End", true)).toEqual([19, 4]);
    expect(to("PageUp")).toEqual([2, 2]);
    expect(to("PageDown")).toEqual([18, 2]);
  });

  it("never leaves the table and leaves other keys alone", () => {
    const corner = { row: 0, column: 0 };
    expect(to("ArrowUp", false, corner)).toEqual([0, 0]);
    expect(to("ArrowLeft", false, corner)).toEqual([0, 0]);
    expect(to("PageDown", false, { row: 18, column: 4 })).toEqual([19, 4]);
    expect(to("a")).toBeNull();
    expect(to("Enter")).toBeNull();
  });
});
