import { expect, test } from "vitest";
import type { ColumnId, LaneId } from "@/lib/journey/ids";
import { addLane } from "@/lib/journey/lanes";
import { MAX_CARDS } from "@/lib/journey/limits";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { addStage } from "@/lib/journey/stages";
import { must, testDocument } from "@/lib/journey/testing/context";
import { cardVerbs } from "./map-card-verbs";
import { makeAll } from "./map-run";
import type { MapChange } from "./map-verb";

function world() {
  const ctx = { ...testDocument(), undo: undefined };
  const { laneId } = must(addLane(ctx, { kind: "text", title: "Needs" }));
  const { stageId } = must(addStage(ctx));
  const make = (changes: readonly MapChange[], ids: readonly string[]) =>
    makeAll(ctx, { changes, ids, journeys: new Set() });
  return { ctx, laneId, stageId, make };
}

interface Place {
  readonly laneId: LaneId;
  readonly columnId: ColumnId;
}

const addTo = (place: Place, text: string, before?: string): MapChange => ({
  verb: cardVerbs.add,
  args: { ...place, text, before },
});

test("cards of one list stand where each was put, with moves and deletions between them", () => {
  const { ctx, laneId, stageId, make } = world();
  const place = { laneId, columnId: stageId };
  const ids = Array.from({ length: 7 }, () => ctx.newId());
  const refusal = make(
    [
      addTo(place, "c"),
      addTo(place, "a", ids[0]),
      addTo(place, "b", ids[0]),
      { verb: cardVerbs.remove, args: { cardId: ids[1] } },
      addTo(place, "d"),
      {
        verb: cardVerbs.move,
        args: { ...place, cardId: ids[4], before: ids[2] },
      },
      addTo(place, "e", ids[0]),
    ],
    ids,
  );
  expect(refusal).toBeNull();
  const cards = Object.values(resolve(ctx.doc).cells).flat();
  expect(cards.map(({ text }) => text)).toEqual(["d", "b", "e", "c"]);
});

test("a list that is refused at its end leaves nothing behind", () => {
  const { ctx, laneId, stageId, make } = world();
  const before = canonicalJson(resolve(ctx.doc));
  const ids = [ctx.newId(), ctx.newId()];
  const place = { laneId, columnId: stageId };
  const lost = { verb: cardVerbs.remove, args: { cardId: ctx.newId() } };
  expect(make([addTo(place, "x"), lost], ids)).toEqual({
    reason: "not_found",
    index: 1,
  });
  expect(canonicalJson(resolve(ctx.doc))).toBe(before);
});

test("a list of cards stops at the most that a map may hold, and none of it stays", () => {
  const { ctx, laneId, stageId, make } = world();
  const place = { laneId, columnId: stageId };
  const ids = Array.from({ length: MAX_CARDS + 1 }, () => ctx.newId());
  const refusal = make(
    ids.map(() => addTo(place, "x")),
    ids,
  );
  expect(refusal).toEqual({ reason: "too_many_cards", index: MAX_CARDS });
  expect(resolve(ctx.doc).cells).toEqual({});
});
