import { act, cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { setLane } from "@/lib/journey/lanes";
import { setStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "../testing/test-map";

completeJsdom();
let at: TestMap;
beforeEach(() => {
  at = new TestMap();
  at.put("shoes");
  at.put("boots", 1);
});
afterEach(cleanup);

const rowOf = (id: string) => document.querySelector(`[data-lane="${id}"]`);
/** A colleague puts a card somewhere. */
const put = (stage: number, kind: "text" | "action") =>
  act(() => void at.put("clogs", stage, kind));

it("[A3] a folded lane counts the cards of all its cells as they come, and those of no other lane", () => {
  const [words] = at.scene.source.get().lanes;
  must(setLane(at.scene.ctx, { laneId: words!.id, collapsed: true }));
  at.show();
  expect(rowOf(words!.id)?.textContent).toContain("Folded: 2 cards");
  put(2, "text");
  put(0, "action");
  expect(rowOf(words!.id)?.textContent).toContain("Folded: 3 cards");
});

it("[A3] a folded stage counts in each lane the cards under it as they come", () => {
  const [words, actions] = at.scene.source.get().lanes;
  must(setStage(at.scene.ctx, { stageId: at.stages[1]!, collapsed: true }));
  at.show();
  const counted = (id: string) =>
    rowOf(id)
      ?.querySelector("[aria-label*='folded stage']")
      ?.getAttribute("aria-label");
  expect(counted(words!.id)).toBe("1 card under the folded stage");
  expect(counted(actions!.id)).toBe("No cards under the folded stage");
  put(1, "action");
  put(1, "action");
  expect(counted(actions!.id)).toBe("2 cards under the folded stage");
  expect(counted(words!.id)).toBe("1 card under the folded stage");
});
