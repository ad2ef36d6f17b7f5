import * as fc from "fast-check";
import * as Y from "yjs";
import { expect, test } from "vitest";
import { addCard } from "./cards";
import { createDocument } from "./create";
import { ENTITY_ROOTS, ROOTS, rootOf } from "./document";
import type { CellKey } from "./ids";
import type { Card, JourneyMap } from "./journey-map";
import { addLane } from "./lanes";
import { createLiveMap } from "./live-map";
import { canonicalJson, resolve } from "./resolve";
import { addStage, deleteStage, reviveStage } from "./stages";
import { must, testContext, testDocument } from "./testing/context";
import { FULL_SEED } from "./testing/sample";
import { setText } from "./texts";

test("[J42] a card stands where it was added, follows its stage into the trash and comes back", () => {
  const ctx = testDocument();
  const live = createLiveMap(ctx.doc);
  const { stageId } = must(addStage(ctx, { title: "Awareness" }));
  const { laneId } = must(addLane(ctx, { kind: "pain", title: "Pains" }));
  const { cardId } = must(
    addCard(ctx, { laneId, columnId: stageId, text: "Back pain" }),
  );
  const map = resolve(ctx.doc);
  expect(map.cells[`${laneId}:${stageId}`]?.map((card) => card.id)).toEqual([
    cardId,
  ]);
  must(deleteStage(ctx, { stageId }));
  expect(live.get()).toEqual(resolve(ctx.doc));
  expect(live.get().cells).toEqual({});
  must(reviveStage(ctx, { stageId }));
  expect(live.get()).toEqual(map);
});

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    Number.NaN,
    Infinity,
    -0,
    10n,
    "",
    "\ud800",
    "__proto__",
    new Uint8Array(3),
    JSON.parse('{"__proto__":{"status":"open","reason":""}}'),
    ["a", "b", "c"],
    { by: "x", at: 1 },
    { by: 1 },
  ),
  fc.jsonValue(),
);

const makers: readonly ((value: unknown) => unknown)[] = [
  (value) => value,
  () => new Y.Text("x\ud83d"),
  () => new Y.Array(),
  () => new Y.Map([["loc", "nowhere"]]),
  () => new Y.XmlFragment(),
  () => new Y.XmlElement("p"),
  () => new Y.Doc(),
  deepMap,
];

function deepMap(): Y.Map<unknown> {
  let map = new Y.Map<unknown>();
  for (let depth = 0; depth < 200; depth += 1)
    map = new Y.Map<unknown>([["in", map]]);
  return map;
}

const KEYS = [
  ..."pos loc title text description message notes checklist del colour kind span cellHints".split(
    " ",
  ),
  ..."metric decision score task on url meta schema customerWord hasOwnProperty __proto__".split(
    " ",
  ),
];

const vandalism = fc.record({
  root: fc.constantFrom(...ROOTS),
  entity: fc.nat(30),
  key: fc.constantFrom(...KEYS),
  maker: fc.nat(makers.length - 1),
  value: nasty,
  isDeep: fc.boolean(),
});

test("[J40] [J44] whatever is in a document, resolve returns a map and the live map agrees", () => {
  fc.assert(
    fc.property(
      fc.array(vandalism, { minLength: 1, maxLength: 30 }),
      (acts) => {
        const doc = createDocument(testContext(), FULL_SEED);
        const live = createLiveMap(doc);
        for (const { root, entity, key, maker, value, isDeep } of acts) {
          const held = rootOf(doc, root);
          const ids = [...held.keys()];
          const inside = held.get(ids[entity % Math.max(1, ids.length)] ?? "");
          const target: Y.Map<unknown> =
            isDeep && inside instanceof Y.Map ? inside : held;
          try {
            target.set(key, makers[maker]!(value));
          } catch {
            // Yjs itself refuses this value; nothing was written.
          }
        }
        const map = resolve(doc);
        expect(canonicalJson(live.get())).toBe(canonicalJson(map));
        const copy = new Y.Doc();
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
        expect(canonicalJson(resolve(copy))).toBe(canonicalJson(map));
        live.destroy();
      },
    ),
    { numRuns: 60 },
  );
});

test("[J40] arrays, texts and XML under the names of maps read as nothing", () => {
  const doc = new Y.Doc();
  ENTITY_ROOTS.forEach((name) => doc.getArray(name).push(["x"]));
  doc.getText("meta").insert(0, "title");
  doc.getXmlFragment("personas");
  expect(resolve(doc)).toMatchObject({
    stages: [],
    lanes: [],
    cells: {},
    personas: [],
  });
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  expect(resolve(copy)).toMatchObject({
    stages: [],
    lanes: [],
    cells: {},
    personas: [],
  });
});

test("[J40] notes nested a thousand deep read as far as they make sense", () => {
  const doc = createDocument(testContext(), FULL_SEED);
  const [touchpoint] = [...rootOf(doc, "touchpoints").values()];
  const notes: unknown =
    touchpoint instanceof Y.Map ? touchpoint.get("notes") : null;
  if (!(notes instanceof Y.XmlFragment)) throw new Error("no notes");
  let node = new Y.XmlElement("p");
  notes.insert(0, [node]);
  for (let depth = 0; depth < 1_000; depth += 1) {
    const inner = new Y.XmlElement("p");
    node.insert(0, [inner]);
    node = inner;
  }
  expect(() => resolve(doc)).not.toThrow();
});

test("[J44] a key that came with a prototype gives nothing to what stands beside it", () => {
  const doc = createDocument(testContext(), FULL_SEED);
  const [card] = [...rootOf(doc, "cards").values()];
  if (!(card instanceof Y.Map)) throw new Error("no card");
  card.set("metric", JSON.parse('{"__proto__":{"value":1,"unit":"%"}}'));
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const metrics = [doc, copy].map(
    (held) => Object.values(resolve(held).cells).flat()[0]!.metric,
  );
  expect(metrics).toEqual([null, null]);
});

test("[J45] the map is canonical JSON: no undefined, and equal after a round trip", () => {
  const map = resolve(createDocument(testContext(), FULL_SEED));
  expect(JSON.parse(canonicalJson(map))).toStrictEqual(map);
});

function cellsOf(map: JourneyMap): [CellKey, readonly Card[]][] {
  return Object.entries(map.cells) as [CellKey, readonly Card[]][];
}

test("[J49] a keystroke in a card gives new objects to that card and its cell alone", () => {
  const ctx = testDocument(FULL_SEED);
  const live = createLiveMap(ctx.doc);
  const before = live.get();
  const [key, cell] = cellsOf(before)[0]!;
  must(setText(ctx, { kind: "card", id: cell[0]!.id }, "Typed"));
  const after = live.get();
  expect(after.cells[key]).not.toBe(before.cells[key]);
  expect(after.cells[key]!.slice(1)).toEqual(before.cells[key]!.slice(1));
  for (const [other, held] of cellsOf(before).slice(1)) {
    expect(after.cells[other]).toBe(held);
  }
  for (const part of [
    "meta",
    "stages",
    "lanes",
    "curves",
    "attachments",
    "tray",
    "trash",
    "issues",
  ] as const) {
    expect(after[part]).toBe(before[part]);
  }
});

test("[J49] a change of one touchpoint keeps its neighbours, and a change that shows nothing keeps all", () => {
  const ctx = testDocument(FULL_SEED);
  const live = createLiveMap(ctx.doc);
  let calls = 0;
  live.subscribe(() => (calls += 1));
  const before = live.get();
  const [first, second] = before.stages[0]!.touchpoints;
  must(
    setText(
      ctx,
      { kind: "touchpoint", id: first!.id, field: "message" },
      "Typed",
    ),
  );
  const after = live.get();
  expect(after.stages[0]!.touchpoints[0]).not.toBe(first);
  expect(after.stages[0]!.touchpoints[1]).toBe(second);
  expect(after.stages[1]).toBe(before.stages[1]);
  expect(after.cells).toBe(before.cells);
  expect(after.curves).toBe(before.curves);
  rootOf(ctx.doc, "meta").set("unknown", 1);
  expect(live.get()).toBe(after);
  expect(calls).toBe(1);
});

test("[J47] [J50] the trash lists the newest first, and attachments go with what they hang on", () => {
  const ctx = testDocument(FULL_SEED);
  const map = resolve(ctx.doc);
  for (const { id } of map.stages) must(deleteStage(ctx, { stageId: id }));
  const after = resolve(ctx.doc);
  expect(after.trash.map(({ title }) => title)).toEqual([
    "Decision",
    "Awareness",
  ]);
  expect(Object.keys(map.attachments)).toHaveLength(3);
  expect(after.attachments).toEqual({});
});
