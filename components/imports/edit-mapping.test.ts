import { describe, expect, test } from "vitest";
import { importMapping } from "@/lib/imports/mapping";
import {
  aboutOf,
  inOrder,
  lackOf,
  turned,
  withAbout,
  withRole,
  withShape,
} from "./edit-mapping";
import type { ColumnMapping, Mapping, Role, Scale } from "./types";

const column = (index: number, role: Role = "ignored"): ColumnMapping => ({
  column: index,
  role,
  scale: null,
  decimal: null,
  dates: null,
  unit: "",
  isAdditive: false,
});
const mapping: Mapping = {
  tool: "survey",
  shape: "answers",
  columns: [column(0), column(1), column(2)],
  touchpointFrom: "whole",
  separator: null,
  leaveOut: [],
  period: null,
  isClosed: false,
};
const rolesOf = ({ columns }: Mapping) => columns.map(({ role }) => role);

describe("[R58] what people say about columns", () => {
  test("[R57] keeps with a rate how it is written, with a duration in what it is counted, and with neither elsewhere", () => {
    const rate = withRole({ ...mapping, shape: "counts" }, 1, "rate");
    expect(rate.columns[1]).toMatchObject({ rateIs: "percent", decimal: "." });
    expect(importMapping.safeParse(rate).success).toBe(true);
    const took = withRole({ ...mapping, shape: "tickets" }, 1, "duration");
    expect(took.columns[1]).toMatchObject({ timeUnit: "h", decimal: "." });
    const left = withRole(took, 1, "ignored").columns[1]!;
    expect([left.timeUnit, left.rateIs]).toEqual([undefined, undefined]);
    expect(rate.columns[1]!.weighedBy).toBeNull();
    expect(withRole(rate, 1, "count").columns[1]!.weighedBy).toBeUndefined();
    const over = withRole({ ...mapping, shape: "tickets" }, 1, "end");
    expect(lackOf(over)).toBe("endAlone");
    expect(lackOf(withRole(over, 0, "date"))).toBeNull();
  });

  test("is always something that the server can read by, once it is complete", () => {
    const said = withRole(withRole(mapping, 0, "date"), 1, "value");
    expect(lackOf(said)).toBeNull();
    expect(importMapping.safeParse(said).success).toBe(true);
    expect(importMapping.safeParse(withRole(said, 1, "text")).success).toBe(
      true,
    );
  });

  test("a role that only one column can have leaves the other one", () => {
    const said = withRole(withRole(mapping, 0, "date"), 2, "date");
    expect(rolesOf(said)).toEqual(["ignored", "ignored", "date"]);
    expect(said.columns[0]?.dates).toBeNull();
  });

  test("several questions can be answers", () => {
    const said = withRole(withRole(mapping, 0, "value"), 2, "value");
    expect(rolesOf(said)).toEqual(["value", "ignored", "value"]);
  });

  test("the touchpoint is found in a column, in each question or nowhere, one of them", () => {
    const inColumn = withAbout(mapping, "column:1");
    expect(rolesOf(inColumn)[1]).toBe("touchpoint");
    expect(aboutOf(inColumn)).toBe("column:1");
    const nowhere = withAbout(inColumn, "question");
    expect(rolesOf(nowhere)[1]).toBe("ignored");
    expect(aboutOf(nowhere)).toBe("question");
    expect(aboutOf(withRole(inColumn, 1, "text"))).toBe("whole");
  });

  test("[N15] another kind of row leaves out what has no meaning in it, and a log needs its cases and activities", () => {
    const said = withShape(withRole(mapping, 0, "value"), "events");
    expect(rolesOf(said)).toEqual(["ignored", "ignored", "ignored"]);
    expect(lackOf(said)).toBe("logColumns");
    const whole = withRole(withRole(said, 0, "case"), 1, "activity");
    expect(lackOf(whole)).toBeNull();
    expect(importMapping.safeParse(whole).success).toBe(true);
  });

  test("a mapping without anything to read lacks something", () => {
    expect(lackOf(mapping)).toBe("roles");
  });
});

describe("the words of a scale", () => {
  const scale: Scale = {
    metric: "csat",
    low: 1,
    high: 3,
    isHighBad: false,
    isShare: false,
    words: [
      { word: "Weiß nicht", value: null },
      { word: "Gut", value: 3 },
      { word: "Schlecht", value: 1 },
    ],
  };

  test("stand from the lowest to the highest, with what is no answer last", () => {
    expect(inOrder(scale.words).map(({ word }) => word)).toEqual([
      "Schlecht",
      "Gut",
      "Weiß nicht",
    ]);
  });

  test("can be turned round, and twice is as before", () => {
    expect(inOrder(turned(scale).words).map(({ word }) => word)).toEqual([
      "Gut",
      "Schlecht",
      "Weiß nicht",
    ]);
    expect(turned(turned(scale))).toEqual(scale);
  });

  test("a word beyond the ends of its scale is told before the server refuses it", () => {
    const said = withRole(mapping, 0, "value");
    const columns = said.columns.map((one, at) =>
      at === 0 ? { ...one, scale: { ...scale, high: 2 } } : one,
    );
    expect(lackOf({ ...said, columns })).toBe("scale");
  });
});
