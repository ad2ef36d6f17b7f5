import { expect, test } from "vitest";
import { addCard, deleteCard, moveCard } from "@/lib/journey/cards";
import { difference } from "@/lib/journey/difference";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { setOwner } from "@/lib/journey/owners";
import { resolve } from "@/lib/journey/resolve";
import {
  must,
  testDocument,
  type TestContext,
} from "@/lib/journey/testing/context";
import { FULL_SEED, SALES } from "@/lib/journey/testing/sample";
import { deleteTouchpoint } from "@/lib/journey/touchpoints";
import { isAbout, marksOf, placesOf, tellingOf } from "./places";

function compared(change: (ctx: TestContext, map: JourneyMap) => void) {
  const ctx = testDocument(FULL_SEED);
  const from = resolve(ctx.doc);
  change(ctx, from);
  const to = resolve(ctx.doc);
  const changes = tellingOf(difference(from, to));
  return { from, to, changes, places: placesOf(from, to) };
}

test("[N09] a cell is marked with what came, went and changed in it", () => {
  const { from, to, changes, places } = compared((ctx, map) => {
    const cell = { laneId: map.lanes[4]!.id, columnId: map.stages[0]!.id };
    const [first, second] = map.cells[`${cell.laneId}:${cell.columnId}`]!;
    must(addCard(ctx, { ...cell, text: "New" }));
    must(deleteCard(ctx, { cardId: first!.id }));
    const other = { ...cell, columnId: map.stages[1]!.id };
    must(moveCard(ctx, { cardId: second!.id, ...other, before: null }));
  });
  const lane = to.lanes[4]!.id;
  const marks = marksOf(changes, { map: to, places });
  expect(Object.fromEntries(marks)).toEqual({
    [`${lane}:${from.stages[0]!.id}`]: { added: 1, changed: 1, removed: 1 },
    [`${lane}:${from.stages[1]!.id}`]: { added: 0, changed: 1, removed: 0 },
  });
});

test("[N09] a field of a touchpoint is marked in the lane that shows it", () => {
  const { from, changes, places } = compared((ctx, map) => {
    const touchpointId = map.stages[0]!.touchpoints[1]!.id;
    must(
      setOwner(ctx, { touchpointId, stakeholderId: SALES, role: "involved" }),
    );
  });
  const { id } = from.stages[0]!.touchpoints[1]!;
  const owners = from.lanes.find(({ kind }) => kind === "stakeholder")!.id;
  expect([...marksOf(changes, { map: from, places }).keys()]).toEqual([
    `${owners}:${id}`,
  ]);
  expect(changes.every((change) => isAbout(change, id, places))).toBe(true);
  const other = from.stages[0]!.touchpoints[0]!.id;
  expect(changes.some((change) => isAbout(change, other, places))).toBe(false);
});

test("[N09] what is gone from the map is marked where it stood, and told once", () => {
  const { from, to, changes, places } = compared((ctx, map) => {
    const touchpointId = map.stages[0]!.touchpoints[0]!.id;
    must(deleteTouchpoint(ctx, { touchpointId }));
  });
  const gone = from.stages[0]!.touchpoints[0]!.id;
  const marks = marksOf(changes, { map: to, places });
  expect(marks.get(`stage:${to.stages[0]!.id}`)).toMatchObject({ removed: 2 });
  expect(changes.map((change) => change.kind)).toEqual(["removed", "removed"]);
  expect(changes.every((change) => isAbout(change, gone, places))).toBe(true);
});
