import { expect, test, vi } from "vitest";
import { addCard } from "@/lib/journey/cards";
import { cellKey } from "@/lib/journey/ids";
import type { LaneId } from "@/lib/journey/ids";
import type { Card, JourneyMap, Stage } from "@/lib/journey/journey-map";
import { addLane } from "@/lib/journey/lanes";
import { createLiveMap } from "@/lib/journey/live-map";
import { addStage } from "@/lib/journey/stages";
import { must, testDocument } from "@/lib/journey/testing/context";
import { replaceText, textOf } from "@/lib/journey/texts";
import { MapSource } from "./map-source";

const card = { id: "c" } as unknown as Card;
const stage = { id: "s" } as unknown as Stage;

/** A source that follows a map which a test changes. */
function following() {
  const listeners = new Set<() => void>();
  let map = new MapSource(null).get();
  const source = new MapSource(null);
  source.follow({
    get: () => map,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return {
    source,
    change(parts: Partial<JourneyMap>) {
      map = { ...map, ...parts };
      for (const listener of listeners) listener();
    },
  };
}

test("[A5] of a change those are told who look at the cell or the part that it changes, and nobody else", () => {
  const { source, change } = following();
  const [whole, stages, both, mine, other] = Array.from({ length: 5 }, () =>
    vi.fn(),
  );
  source.subscribe(whole!);
  source.toParts(["stages"])(stages!);
  source.toParts(["lanes", "stages"])(both!);
  const leave = source.toCell("lane:column")(mine!);
  source.toCell("lane:other")(other!);
  const calls = () =>
    [whole, stages, both, mine, other].map((told) => told!.mock.calls.length);

  change({ cells: { "lane:column": [card] } });
  expect(calls()).toEqual([1, 0, 0, 1, 0]);
  change({ stages: [stage] });
  expect(calls()).toEqual([2, 1, 1, 1, 0]);
  leave();
  change({ cells: {} });
  expect(calls()).toEqual([3, 1, 1, 1, 0]);
});

test("[A5] whoever looks at several cells is told once of a change to any of them, and of no other", () => {
  const { source, change } = following();
  const told = vi.fn();
  const leave = source.toCells(["lane:column", "lane:third"])(told);
  change({ cells: { "lane:other": [card] } });
  expect(told).not.toHaveBeenCalled();
  change({ cells: { "lane:third": [card] } });
  expect(told).toHaveBeenCalledOnce();
  leave();
  change({ cells: {} });
  expect(told).toHaveBeenCalledOnce();
});

test("[A5] words of a live document reach whoever looks at their cell, and nobody who looks at another", () => {
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx, { title: "Buy" }));
  const lane = () =>
    must(addLane(ctx, { kind: "text", title: "Needs", span: "stage" })).laneId;
  const [mine, other] = [lane(), lane()];
  const put = (laneId: LaneId) =>
    must(addCard(ctx, { laneId, columnId: stageId, text: "shoes" })).cardId;
  const id = put(mine);
  put(other);
  const source = new MapSource(null);
  source.follow(createLiveMap(ctx.doc));
  const [here, elsewhere] = [vi.fn(), vi.fn()];
  source.toCell(cellKey(mine, stageId))(here);
  source.toCell(cellKey(other, stageId))(elsewhere);
  for (const text of ["boots", "clogs"]) {
    here.mockClear();
    replaceText(textOf(ctx.doc, { kind: "card", id })!, text, "colleague");
    expect(here).toHaveBeenCalledOnce();
    const cards = source.get().cells[cellKey(mine, stageId)];
    expect(cards?.map((it) => it.text)).toEqual([text]);
  }
  expect(elsewhere).not.toHaveBeenCalled();
});

test("the way to a part stays the same function, so that nobody subscribes anew when they are drawn again", () => {
  const { source } = following();
  expect(source.toParts(["lanes", "stages"])).toBe(
    source.toParts(["lanes", "stages"]),
  );
  expect(source.toCell("a:b")).toBe(source.toCell("a:b"));
  expect(source.toCell("a:b")).not.toBe(source.toCell("a:c"));
});

test("[A5] whoever asks has the words of the live map before anybody is told of them, and the last ones once it is left", () => {
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx, { title: "Suche" }));
  const later: (() => void)[] = [];
  const live = createLiveMap(ctx.doc, null, (work) => later.push(work));
  const source = new MapSource(null);
  source.follow(live);
  const told = vi.fn();
  source.toParts(["stages"])(told);
  const write = (title: string) =>
    replaceText(
      textOf(ctx.doc, { kind: "stage", id: stageId, field: "title" })!,
      title,
      ctx.origin,
    );
  const title = () => source.get().stages[0]?.title;

  write("Auswahl");
  expect(title()).toBe("Auswahl");
  expect(told).not.toHaveBeenCalled();
  for (const work of later.splice(0)) work();
  expect(told).toHaveBeenCalledTimes(1);
  write("Kauf");
  source.release();
  expect(title()).toBe("Kauf");
  expect(told).toHaveBeenCalledTimes(2);
});
