import * as Y from "yjs";
import { expect, test } from "vitest";
import { changedEntities } from "./changed-entities";
import { addCard, deleteCard } from "./cards";
import { duplicateCard } from "./duplicate-card";
import { addChecklistItem, removeChecklistItem } from "./checklist";
import { createDocument } from "./create";
import { rootOf } from "./document";
import type { YEntity } from "./document";
import { newCard } from "./entities";
import { MAX_CARDS } from "./limits";
import { resolve } from "./resolve";
import { deleteStage } from "./stages";
import { must, testContext, testDocument } from "./testing/context";
import { seededId, seededRandom } from "./testing/random";
import { FULL_SEED } from "./testing/sample";
import { setText } from "./texts";
import { duplicateTouchpoint, setTouchpoint } from "./touchpoints";
import type { Violation } from "./entity-violations";
import { validateEntities } from "./validate";

/** The violations of what a foreign client sends, as the server sees them. */
function violationsOf(
  write: (doc: Y.Doc) => void,
  start = createDocument(testContext(), FULL_SEED),
): Violation[] {
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(start));
  const known = Y.encodeStateVector(client);
  write(client);
  const found: Violation[] = [];
  start.on("afterTransaction", (transaction: Y.Transaction) => {
    found.push(...validateEntities(start, changedEntities(transaction)));
  });
  Y.applyUpdate(start, Y.encodeStateAsUpdate(client, known));
  return found;
}

function first(
  doc: Y.Doc,
  root: "stages" | "touchpoints" | "lanes" | "cards",
): YEntity {
  const [entity] = [...rootOf(doc, root).values()];
  if (!(entity instanceof Y.Map)) throw new Error("nothing there");
  return entity;
}

const codes = (violations: readonly Violation[]) => [
  ...new Set(violations.map(({ code }) => code)),
];

test.each<[string, (doc: Y.Doc) => void, string[]]>([
  [
    "an unknown top-level type",
    (doc) => doc.getMap("notes").set("a", 1),
    ["unknown_root"],
  ],
  [
    "a wrong value",
    (doc) => first(doc, "stages").set("colour", "mauve"),
    ["bad_value"],
  ],
  [
    "a touchpoint to break off at that is no id",
    (doc) => rootOf(doc, "meta").set("breaksOffAt", "the till"),
    ["bad_value"],
  ],
  [
    "a malformed order key",
    (doc) => first(doc, "stages").set("pos", "a!"),
    ["bad_value"],
  ],
  [
    "too long an order key",
    (doc) => first(doc, "stages").set("pos", "a".repeat(129)),
    ["bad_value"],
  ],
  [
    "a type for a value",
    (doc) => first(doc, "cards").set("colour", new Y.Map()),
    ["bad_type"],
  ],
  [
    "a type under an unknown key",
    (doc) => first(doc, "cards").set("more", new Y.Array()),
    ["bad_type"],
  ],
  [
    "a text for a map",
    (doc) => rootOf(doc, "cards").set(seededId(seededRandom(1)), new Y.Text()),
    ["bad_type"],
  ],
  [
    "an id that is none",
    (doc) => rootOf(doc, "cards").set("card", new Y.Map()),
    ["bad_key"],
  ],
  [
    "a pair that is none",
    (doc) => rootOf(doc, "owners").set("a:b", "responsible"),
    ["bad_key"],
  ],
  [
    "an unsafe key",
    (doc) => first(doc, "cards").set("constructor", 1),
    ["bad_key"],
  ],
  [
    "long strings",
    (doc) => first(doc, "cards").set("more", "x".repeat(20_001)),
    ["bad_value"],
  ],
  [
    "deep JSON",
    (doc) => first(doc, "cards").set("more", deepJson(20)),
    ["bad_value"],
  ],
  [
    "formatted text",
    (doc) => text(doc).format(0, 2, { bold: true }),
    ["bad_type"],
  ],
  [
    "an embed in a text",
    (doc) => text(doc).insertEmbed(0, { image: "x" }),
    ["bad_type"],
  ],
  [
    "a huge text",
    (doc) => text(doc).insert(0, "x".repeat(80_001)),
    ["too_long"],
  ],
  ["deep notes", (doc) => deepNotes(doc, 20), ["too_deep"]],
])("[J76] [J78] %s is a violation", (_name, write, expected) => {
  expect(codes(violationsOf(write))).toEqual(expected);
});

test.each<[string, (doc: Y.Doc) => void, string[]]>([
  ["removing a card", (doc) => removeFirst(doc), ["hard_delete"]],
  [
    "setting a text anew",
    (doc) => first(doc, "cards").set("text", new Y.Text("x")),
    ["replaced"],
  ],
  [
    "removing a text",
    (doc) => first(doc, "cards").delete("text"),
    ["hard_delete", "incomplete"],
  ],
  [
    "setting an entity anew",
    (doc) =>
      rootOf(doc, "cards").set([...rootOf(doc, "cards").keys()][0]!, copy()),
    ["replaced"],
  ],
])("[J77] %s is a violation", (_name, write, expected) => {
  expect(codes(violationsOf(write))).toEqual(expected);
});

function copy(): YEntity {
  const id = seededId(seededRandom(2));
  return newCard([id, id, "a"], "text").entity;
}

function removeFirst(doc: Y.Doc): void {
  const cards = rootOf(doc, "cards");
  cards.delete([...cards.keys()][0]!);
}

function text(doc: Y.Doc): Y.Text {
  const held = first(doc, "cards").get("text");
  if (!(held instanceof Y.Text)) throw new Error("no text");
  return held;
}

function deepJson(depth: number): unknown {
  return depth === 0 ? 1 : { in: deepJson(depth - 1) };
}

function deepNotes(doc: Y.Doc, depth: number): void {
  const notes = first(doc, "touchpoints").get("notes");
  if (!(notes instanceof Y.XmlFragment)) throw new Error("no notes");
  let node: Y.XmlFragment = notes;
  for (let level = 0; level < depth; level += 1) {
    const inner = new Y.XmlElement("p");
    node.insert(0, [inner]);
    node = inner;
  }
}

test("[J76] unknown keys with plain JSON pass", () => {
  expect(
    violationsOf((doc) =>
      first(doc, "cards").set("stars", { of: [1, 2, null] }),
    ),
  ).toEqual([]);
});

test("[J79] what commands write passes", () => {
  const found = violationsOf((doc) => {
    const ctx = testContext(doc, 4);
    const map = resolve(doc);
    const touchpointId = map.stages[0]!.touchpoints[0]!.id;
    const card = Object.values(map.cells).flat()[0]!;
    must(duplicateTouchpoint(ctx, { touchpointId }));
    must(duplicateCard(ctx, { cardId: card.id }));
    const { itemId } = must(
      addChecklistItem(ctx, { touchpointId, text: "Check" }),
    );
    must(removeChecklistItem(ctx, { touchpointId, itemId }));
    must(
      setTouchpoint(ctx, {
        touchpointId,
        patch: { dropOff: null, timing: { offset: "P1D", after: "x" } },
      }),
    );
    must(setText(ctx, { kind: "card", id: card.id }, "Typed"));
    must(deleteCard(ctx, { cardId: card.id }));
    must(deleteStage(ctx, { stageId: map.stages[0]!.id }));
    while (ctx.undo.canUndo()) ctx.undo.undo();
    while (ctx.undo.canRedo()) ctx.undo.redo();
  });
  expect(found).toEqual([]);
});

function crowded(): Y.Doc {
  const cards = Array.from({ length: MAX_CARDS }, () => ({ text: "" }));
  return testDocument({
    stages: [{ key: "s", title: "Stage" }],
    lanes: [{ key: "l", kind: "pain", title: "Pains", cards: { s: cards } }],
  }).doc;
}

test("[J75] a full map takes no more cards by command, a merge may cross the line, then only shrinking passes", () => {
  const doc = crowded();
  const { lanes, stages } = resolve(doc);
  const cell = { laneId: lanes[0]!.id, columnId: stages[0]!.id };
  expect(addCard(testContext(doc), cell)).toEqual({
    ok: false,
    reason: "too_many_cards",
  });
  const addOne = (target: Y.Doc) => {
    const loc = [cell.columnId, cell.laneId, "zz"] as const;
    rootOf(target, "cards").set(
      seededId(Math.random),
      newCard(loc, "pain").entity,
    );
  };
  const dropTwo = (target: Y.Doc) => {
    const ctx = testContext(target);
    for (const cardId of [...rootOf(target, "cards").keys()].slice(0, 2)) {
      must(deleteCard(ctx, { cardId: cardId as never }));
    }
  };
  expect(codes(violationsOf(addOne, doc))).toEqual(["too_many_cards"]);
  expect(resolve(doc).issues.map(({ code }) => code)).toEqual([
    "too_many_cards",
  ]);
  expect(violationsOf(dropTwo, doc)).toEqual([]);
  expect(
    violationsOf((target) => {
      target.transact(() => {
        addOne(target);
        addOne(target);
      });
    }, doc),
  ).toEqual([]);
});
