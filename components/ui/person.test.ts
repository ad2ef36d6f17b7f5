import { expect, test } from "vitest";
import { colourOf, initialsOf } from "./person";

test.each([
  ["Ada Lovelace", "AL"],
  ["Service", "S"],
  ["Jan van der Meer", "JM"],
  ["  émile  zola ", "ÉZ"],
  ["Mark, 41", "M"],
  ["👩‍🚀 crew", "C"],
  ["24/7", "2"],
  ["", ""],
])("[A5] the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("[A5] a person keeps one colour", () => {
  expect(colourOf("0192-a")).toBe(colourOf("0192-a"));
  const many = new Set(
    Array.from({ length: 64 }, (_, index) => colourOf(`person-${index}`)),
  );
  expect(many.size).toBeGreaterThan(5);
});
