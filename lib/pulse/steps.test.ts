import { expect, test } from "vitest";
import { stepOf, stepPath } from "./steps";

test("[N06] the place in a pulse stands in its address, and is read out of it again", () => {
  for (const step of [
    { at: 0, locale: null, problem: null },
    { at: 3, locale: "de", problem: null },
    { at: 1, locale: "nl", problem: "rate_limited" },
  ] as const) {
    const [path, query = ""] = stepPath("q-token", step).split("?");
    expect(path).toBe("/q/q-token");
    expect(stepOf(Object.fromEntries(new URLSearchParams(query)))).toEqual(
      step,
    );
  }
});

test("what makes no sense in an address says nothing", () => {
  const nothing = { at: 0, locale: null, problem: null };
  expect(stepOf({})).toEqual(nothing);
  expect(stepOf({ at: "-1", lang: "xx", problem: "<script>" })).toEqual(
    nothing,
  );
  expect(stepOf({ at: ["1", "2"], lang: ["en", "nl"] })).toEqual(nothing);
  expect(stepOf({ at: "99" }).at).toBe(10);
});
