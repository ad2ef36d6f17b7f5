import fc from "fast-check";
import { expect, test } from "vitest";
import { matchColumns } from "./match-columns";

const columns = fc.array(
  fc.record({
    title: fc.constantFrom("", "Buy", "buy ", "Find", "Use", "Ask"),
  }),
  { maxLength: 8 },
);

test("[A2] every copied column finds one here as long as there is any, and two share one only when none is left", () => {
  fc.assert(
    fc.property(columns, columns, (copied, here) => {
      const found = matchColumns(copied, here);
      expect(found).toHaveLength(copied.length);
      if (here.length === 0) {
        expect(found.every((index) => index === null)).toBe(true);
        return;
      }
      const used = new Set(found);
      expect(used.size).toBe(Math.min(copied.length, here.length));
      for (const index of found)
        expect(here[index ?? -1], "a column that is there").toBeDefined();
    }),
  );
});

test("[A2] a column of the same name takes the cards, wherever it stands", () => {
  const here = ["Use", "Find", "Buy"].map((title) => ({ title }));
  const copied = ["find", "Ask", "Use"].map((title) => ({ title }));
  expect(matchColumns(copied, here)).toEqual([1, 2, 0]);
});
