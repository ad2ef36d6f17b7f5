import { expect, test } from "vitest";
import { nothingChosen, onPage, toggle } from "./selection";

const ids = ["a", "b", "c", "d", "e"];
const tick = (id: string, isChosen = true, isRange = false) => ({
  ids,
  id,
  isChosen,
  isRange,
});

test("[R73] Shift chooses everything from the row before to this one, either way", () => {
  const down = toggle(toggle(nothingChosen, tick("b")), tick("d", true, true));
  expect(onPage(down, ids)).toEqual(["b", "c", "d"]);
  const up = toggle(toggle(nothingChosen, tick("d")), tick("b", true, true));
  expect(onPage(up, ids)).toEqual(["b", "c", "d"]);
  const less = toggle(down, tick("c", false, true));
  expect(onPage(less, ids)).toEqual(["b"]);
});

test("[R73] what has left the page is no longer chosen, and no range begins there", () => {
  const chosen = toggle(toggle(nothingChosen, tick("a")), tick("b"));
  const rest = ["a", "c", "d"];
  expect(onPage(chosen, rest)).toEqual(["a"]);
  const next = toggle(chosen, { ...tick("d", true, true), ids: rest });
  expect(onPage(next, rest)).toEqual(["a", "d"]);
});
