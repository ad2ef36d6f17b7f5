import { expect, test } from "vitest";
import { Budget, Budgets } from "./budget";

const budget = (now: number) =>
  new Budget({ frames: 10, bytes: 100 }, { frames: 20, bytes: 200 }, now);

test("[2.3] frames and bytes are both counted, and grow again", () => {
  const one = budget(0);
  for (let at = 0; at < 20; at++) expect(one.take(1, 0)).toBe(true);
  expect(one.take(1, 0)).toBe(false);
  expect(one.take(1, 100)).toBe(true);
  const other = budget(0);
  expect(other.take(200, 0)).toBe(true);
  expect(other.take(1, 0)).toBe(false);
  expect(other.take(100, 1_000)).toBe(true);
});

test("[2.3] what a person may send is one budget, however many connections they open or end", () => {
  const budgets = new Budgets(budget);
  for (let at = 0; at < 20; at++) expect(budgets.take("ada", 1, 0)).toBe(true);
  expect(budgets.take("ada", 1, 0)).toBe(false);
  expect(budgets.take("bob", 1, 0)).toBe(true);
});

test("a budget that nobody used for long is forgotten, one in use is not", () => {
  const budgets = new Budgets(budget);
  budgets.take("ada", 1, 0);
  budgets.take("bob", 1, 59_000);
  budgets.take("cem", 1, 61_000);
  expect(budgets.size).toBe(2);
});
