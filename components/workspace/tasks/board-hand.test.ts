import { expect, test } from "vitest";
import { handAfter, type BoardHand } from "./board-hand";

const held: BoardHand = { key: "a", over: "doing", by: "keys" };
const over = (key: string, hand = held) => {
  const next = handAfter(hand, key);
  return typeof next === "object" ? next?.over : next;
};

test("[N10] arrows carry a held task from column to column and no further than the last; Home and End go there at once", () => {
  expect(over("ArrowLeft")).toBe("open");
  expect(over("ArrowRight")).toBe("done");
  expect(over("ArrowLeft", { ...held, over: "open" })).toBe("open");
  expect(over("ArrowRight", { ...held, over: "dropped" })).toBe("dropped");
  expect([over("Home"), over("End")]).toEqual(["open", "dropped"]);
});

test("[N10] Enter and space put it down, Esc leaves it where it was, and other keys are nobody's", () => {
  expect([over("Enter"), over(" "), over("Escape")]).toEqual([
    "drop",
    "drop",
    "leave",
  ]);
  expect(handAfter(held, "a")).toBeNull();
});
