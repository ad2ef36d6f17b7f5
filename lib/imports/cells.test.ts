import { describe, expect, it, test } from "vitest";
import { datesOf, readMoment } from "./dates";
import {
  decimalOf,
  isMissing,
  isNumberLike,
  isUndecided,
  readLeadingNumber,
  readNumber,
} from "./numbers";

describe("[R59] numbers", () => {
  test.each([
    ["1,234.56", ".", 1234.56],
    ["1.234,56", ",", 1234.56],
    ["1 234,5", ",", 1234.5],
    ["1\u00A0234", ",", 1234],
    ["12'500.25", ".", 12500.25],
    ["-0.5", ".", -0.5],
    ["46 %", ".", 46],
    ["46,1%", ",", 46.1],
    ["7", ",", 7],
    ["1.5e3", ".", 1500],
  ] as const)("%s with decimals after %s is %d", (cell, mark, value) => {
    expect(readNumber(cell, mark)).toBe(value);
  });

  test.each([
    ["1,2,3", ","],
    ["1,23", "."],
    ["1.2.3", "."],
    ["12,34.5", ","],
    ["abc", "."],
    ["", "."],
    [".", "."],
    ["0x10", "."],
    ["1e999", "."],
  ] as const)("%j with decimals after %s is none", (cell, mark) => {
    expect(readNumber(cell, mark)).toBeNull();
  });

  it("decides by the whole column whether a comma divides thousands or decimals", () => {
    expect(decimalOf(["1,234", "7,25"])).toBe(",");
    expect(decimalOf(["1,234", "7.25"])).toBe(".");
    expect(decimalOf(["1.234.567"])).toBe(",");
    expect(decimalOf(["0,125"])).toBe(",");
    expect(decimalOf(["1,234", "12"])).toBeNull();
    expect(isUndecided(["1,234", "12"])).toBe(true);
    expect(isUndecided(["1,234", "1,5"])).toBe(false);
    expect(isUndecided(["12", "13"])).toBe(false);
  });

  it("takes leading zeros and very long numbers for identifiers", () => {
    expect(["007", "1234567890123456", "12a"].filter(isNumberLike)).toEqual([]);
    expect(["0", "0.5", "100", "3 %"].every(isNumberLike)).toBe(true);
  });

  it("takes no number for an identifier because it has many decimals", () => {
    expect(isNumberLike("0.30000000000000004")).toBe(true);
    expect(readNumber("0.30000000000000004", ".")).toBeCloseTo(0.3, 10);
  });

  it("knows what says nothing from what says zero", () => {
    const nothing = [
      "",
      "NA",
      "n/a",
      "N.v.t.",
      "null",
      "-",
      "NaN",
      "(not set)",
    ];
    expect(nothing.every(isMissing)).toBe(true);
    expect(["0", "no", "none of these"].some(isMissing)).toBe(false);
  });

  it("reads an answer with words after its number", () => {
    expect(readLeadingNumber("10 - very likely")).toBe(10);
    expect(readLeadingNumber("0 (not at all)")).toBe(0);
    expect(readLeadingNumber("5 zeer tevreden")).toBe(5);
    expect(readLeadingNumber("10-12-2026x")).toBe(10);
    expect(readLeadingNumber("5. very likely")).toBe(5);
    expect(readLeadingNumber("very likely")).toBeNull();
    expect(readLeadingNumber("8.5 - likely")).toBeNull();
  });
});

describe("[R59] dates", () => {
  test.each([
    [
      "2026-09-19T09:12:09+02:00",
      "yearFirst",
      "2026-09-19",
      "2026-09-19T07:12:09Z",
    ],
    [
      "2026-09-19T23:30:00-0500",
      "yearFirst",
      "2026-09-19",
      "2026-09-20T04:30:00Z",
    ],
    ["2026-09-19 09:12", "yearFirst", "2026-09-19", "2026-09-19T09:12:00Z"],
    [
      "2026/09/19 5:12:09 PM GMT+2",
      "yearFirst",
      "2026-09-19",
      "2026-09-19T15:12:09Z",
    ],
    ["2026-09-19", "yearFirst", "2026-09-19", "2026-09-19T00:00:00Z"],
    ["20260919", "compact", "2026-09-19", "2026-09-19T00:00:00Z"],
    ["08/11/2026 17:05:47", "dayFirst", "2026-11-08", "2026-11-08T17:05:47Z"],
    ["8.11.2026", "dayFirst", "2026-11-08", "2026-11-08T00:00:00Z"],
    ["08/11/2026 12:05 AM", "monthFirst", "2026-08-11", "2026-08-11T00:05:00Z"],
    ["1780760213", "unixSeconds", "2026-06-06", "2026-06-06T15:36:53Z"],
    ["1780760213000", "unixMilliseconds", "2026-06-06", "2026-06-06T15:36:53Z"],
  ] as const)("%s (%s) is the day %s", (cell, style, day, at) => {
    expect(readMoment(cell, style)).toEqual({ day, at: Date.parse(at) });
  });

  test.each([
    ["2026-02-30", "yearFirst", "impossible"],
    ["31/04/2026", "dayFirst", "impossible"],
    ["13/13/2026", "dayFirst", "impossible"],
    ["0026-01-01", "yearFirst", "impossible"],
    ["2026-01-01 25:00", "yearFirst", "impossible"],
    ["yesterday", "yearFirst", "notDate"],
    ["2026-01-01 and more", "yearFirst", "notDate"],
    ["08/11-2026", "dayFirst", "notDate"],
  ] as const)("%s (%s) is %s", (cell, style, wrong) => {
    expect(readMoment(cell, style)).toBe(wrong);
  });

  const hints = { isNamedSo: false, language: "nl" };

  it("knows day from month where one cell of the column tells", () => {
    expect(datesOf(["03/04/2026", "25/04/2026"], hints)).toEqual({
      style: "dayFirst",
      isUndecided: false,
    });
    const american = ["03/04/2026", "04/25/2026"];
    expect(datesOf(american, hints)?.style).toBe("monthFirst");
  });

  it("asks where none tells, and proposes what the reader's language has", () => {
    const open = ["03/04/2026", "05/06/2026"];
    expect(datesOf(open, hints)).toEqual({
      style: "dayFirst",
      isUndecided: true,
    });
    expect(datesOf(open, { ...hints, language: "en" })).toEqual({
      style: "monthFirst",
      isUndecided: true,
    });
    expect(datesOf(["03.04.2026"], { ...hints, language: "en" })).toEqual({
      style: "dayFirst",
      isUndecided: false,
    });
  });

  it("takes a number for a date only where its column is called so", () => {
    const [days, seconds] = [["20260919"], ["1780760213"]];
    expect(datesOf(days, hints)).toBeNull();
    expect(datesOf(seconds, hints)).toBeNull();
    const named = { ...hints, isNamedSo: true };
    expect(datesOf(days, named)?.style).toBe("compact");
    expect(datesOf(seconds, named)?.style).toBe("unixSeconds");
    expect(datesOf(["20261399"], named)).toBeNull();
  });
});
