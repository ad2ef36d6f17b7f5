import * as Y from "yjs";
import { expect, test } from "vitest";
import { addAttachment } from "./attachments";
import { addCard } from "./cards";
import { addChecklistItem } from "./checklist";
import { createDocument } from "./create";
import { rootOf } from "./document";
import type { EntityRoot } from "./document";
import { asId } from "./ids";
import type { PersonaId } from "./ids";
import type { JourneyMap } from "./journey-map";
import { addLane, deleteLane } from "./lanes";
import { linkPersona } from "./meta";
import { canonicalJson, resolve } from "./resolve";
import { addStage, deleteStage, reviveStage } from "./stages";
import { must, testContext, testDocument } from "./testing/context";
import type { TestContext } from "./testing/context";
import { seededRandom } from "./testing/random";
import { ANNA, FULL_SEED } from "./testing/sample";
import {
  addTouchpoint,
  deleteTouchpoint,
  moveTouchpoint,
  reviveTouchpoint,
} from "./touchpoints";

/** Writes a register as any client may, past the commands. */
function write(
  { doc }: TestContext,
  at: readonly [root: EntityRoot, id: string, key: string],
  value: unknown,
): void {
  const entity = rootOf(doc, at[0]).get(at[1]);
  if (!(entity instanceof Y.Map)) throw new Error(`no ${at[1]}`);
  entity.set(at[2], value);
}

const cardTexts = (map: JourneyMap) =>
  Object.values(map.cells)
    .flat()
    .map(({ text }) => text);

test("[J17] a card under a touchpoint is on the grid while the touchpoint is, and in the tray otherwise", () => {
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx));
  const { stageId: elsewhere } = must(addStage(ctx));
  const { touchpointId } = must(addTouchpoint(ctx, { stageId }));
  const { laneId } = must(
    addLane(ctx, { kind: "pain", title: "Pains", span: "touchpoint" }),
  );
  must(addCard(ctx, { laneId, columnId: touchpointId, text: "Hurts" }));
  const whole = resolve(ctx.doc);
  expect(cardTexts(whole)).toEqual(["Hurts"]);
  const expectInTray = () => {
    const { cells, tray } = resolve(ctx.doc);
    expect(cells).toEqual({});
    expect(tray.cards.map(({ text }) => text)).toEqual(["Hurts"]);
  };

  // Marked by someone who did not know of the card.
  write(ctx, ["touchpoints", touchpointId, "del"], { by: "x", at: 1 });
  expectInTray();
  must(reviveTouchpoint(ctx, { touchpointId }));
  expect(resolve(ctx.doc)).toEqual(whole);

  // The stage goes without what stands in it: the touchpoint is in the tray, so the card is too.
  write(ctx, ["stages", stageId, "del"], { by: "x", at: 2 });
  expectInTray();
  expect(resolve(ctx.doc).tray.touchpoints).toHaveLength(1);
  must(moveTouchpoint(ctx, { touchpointId, stageId: elsewhere, before: null }));
  expect(cardTexts(resolve(ctx.doc))).toEqual(["Hurts"]);
  must(reviveStage(ctx, { stageId }));

  // Deleted with it, a card is in the trash and not in the tray.
  must(deleteTouchpoint(ctx, { touchpointId }));
  expect(resolve(ctx.doc).tray.cards).toEqual([]);
});

test("[J21] lists are in the order of the bytes of their keys, equal keys in that of their ids", () => {
  const ctx = testDocument();
  const keys = ["a", "Z", "aa", "a0", "9", "a", "Z", "z"];
  for (const pos of keys) {
    const { stageId } = must(addStage(ctx));
    write(ctx, ["stages", stageId, "pos"], pos);
    const { laneId } = must(addLane(ctx, { kind: "pain", title: "Pains" }));
    write(ctx, ["lanes", laneId, "pos"], pos);
  }
  const { stages, lanes } = resolve(ctx.doc);
  for (const [root, list] of [
    ["stages", stages],
    ["lanes", lanes],
  ] as const) {
    const places = list.map(({ id }) => {
      const entity = rootOf(ctx.doc, root).get(id);
      const pos: unknown = entity instanceof Y.Map ? entity.get("pos") : null;
      return `${String(pos)} ${id}`;
    });
    expect(places.map((place) => place.split(" ")[0])).toEqual([
      "9",
      "Z",
      "Z",
      "a",
      "a",
      "a0",
      "aa",
      "z",
    ]);
    expect(places).toEqual(places.toSorted((a, b) => (a < b ? -1 : 1)));
  }
});

test("[J25] in a list without a tray an item with a malformed key stands last", () => {
  const ctx = testDocument();
  const [, touchpointId] = [1, 2].map(() => {
    const { stageId } = must(addStage(ctx));
    must(addLane(ctx, { kind: "pain", title: "Pains" }));
    return must(addTouchpoint(ctx, { stageId })).touchpointId;
  });
  const anna = ANNA;
  const bob = asId<PersonaId>("00000000-0000-7000-8000-00000000000b");
  for (const personaId of [anna, bob]) must(linkPersona(ctx, { personaId }));
  const items = ["One", "Two"].map(
    (text) =>
      must(addChecklistItem(ctx, { touchpointId: touchpointId!, text })).itemId,
  );
  for (const name of ["One", "Two"])
    must(
      addAttachment(ctx, {
        on: touchpointId!,
        kind: "link",
        name,
        url: "https://example.org",
      }),
    );
  const before = resolve(ctx.doc);
  const [stage, lane] = [before.stages[0]!, before.lanes[0]!];
  const attachment = before.attachments[touchpointId!]![0]!;

  for (const key of ["a!", "", 7, null, "x".repeat(200)]) {
    write(ctx, ["stages", stage.id, "pos"], key);
    write(ctx, ["lanes", lane.id, "pos"], key);
    write(ctx, ["attachments", attachment.id, "pos"], key);
    rootOf(ctx.doc, "personas").set(anna, key);
    const touchpoint = rootOf(ctx.doc, "touchpoints").get(touchpointId!);
    const list = (touchpoint as Y.Map<Y.Map<Y.Map<unknown>>>).get("checklist");
    list!.get(items[0]!)!.set("pos", key);

    const map = resolve(ctx.doc);
    expect(map.stages.at(-1)!.id).toBe(stage.id);
    expect(map.lanes.at(-1)!.id).toBe(lane.id);
    expect(map.personas).toEqual([bob, anna]);
    const checklist = map.stages.flatMap(({ touchpoints }) =>
      touchpoints.flatMap((held) => held.checklist),
    );
    expect(checklist.map(({ text }) => text)).toEqual(["Two", "One"]);
    expect(map.attachments[touchpointId!]!.map(({ name }) => name)).toEqual([
      "Two",
      "One",
    ]);
  }
});

/** What two people did to one map without knowing of each other, update by update. */
function updatesOfTwo(): Uint8Array[] {
  const start = createDocument(testContext(), FULL_SEED);
  const updates = [Y.encodeStateAsUpdate(start)];
  for (const seed of [2, 3]) {
    const doc = new Y.Doc();
    doc.clientID = seed;
    Y.applyUpdate(doc, updates[0]!);
    doc.on("update", (update: Uint8Array) => updates.push(update));
    const ctx = testContext(doc, seed);
    const { stages, lanes } = resolve(doc);
    const columnId = stages[0]!.id;
    const pains = lanes.find(({ title }) => title === "Pains")!.id;
    must(addCard(ctx, { laneId: pains, columnId, text: `By ${seed}` }));
    must(addStage(ctx, { title: `Stage of ${seed}` }));
    const [touchpoint] = stages[0]!.touchpoints;
    must(
      moveTouchpoint(ctx, {
        touchpointId: touchpoint!.id,
        stageId: stages[1]!.id,
        before: null,
      }),
    );
    if (seed === 2) must(deleteStage(ctx, { stageId: columnId }));
    else must(deleteLane(ctx, { laneId: lanes.at(-1)!.id }));
  }
  return updates;
}

test("[J41] the same updates in any order, some of them twice, give the same map", () => {
  const updates = updatesOfTwo();
  const random = seededRandom(5);
  const maps = Array.from({ length: 40 }, () => {
    const order = [...updates, ...updates.filter(() => random() < 0.3)]
      .map((update) => ({ update, at: random() }))
      .toSorted((a, b) => a.at - b.at);
    const doc = new Y.Doc();
    for (const { update } of order) Y.applyUpdate(doc, update);
    return canonicalJson(resolve(doc));
  });
  expect(new Set(maps).size).toBe(1);
  for (const word of ["By 3", "Stage of 2"]) expect(maps[0]).toContain(word);
});

test("[J43] every cell is where a live lane crosses a column of the grid", () => {
  const doc = new Y.Doc();
  for (const update of updatesOfTwo()) {
    Y.applyUpdate(doc, update);
    const { cells, lanes, stages } = resolve(doc);
    const columns = stages.flatMap(({ id, touchpoints }) => [
      id as string,
      ...touchpoints.map((held) => held.id),
    ]);
    const crossings = lanes.flatMap(({ id }) =>
      columns.map((column) => `${id}:${column}`),
    );
    for (const key of Object.keys(cells)) expect(crossings).toContain(key);
  }
});
