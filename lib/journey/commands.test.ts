import * as Y from "yjs";
import { expect, test } from "vitest";
import { addAttachment } from "./attachments";
import { addCard, deleteCard, moveCard, reviveCard, setCard } from "./cards";
import { addChannel } from "./channels";
import { rootOf } from "./document";
import { setEmotion } from "./emotions";
import { fillCells, previewFill } from "./fill-cells";
import { asId } from "./ids";
import type { CardId, PersonaId } from "./ids";
import type { JourneyMap } from "./journey-map";
import { addLane, deleteLane, duplicateLane, setLane } from "./lanes";
import { link, unlink } from "./links";
import { linkPersona, setMeta, unlinkPersona } from "./meta";
import { setOwner, setResponsible } from "./owners";
import { canonicalJson, resolve } from "./resolve";
import {
  addStage,
  deleteStage,
  duplicateStage,
  moveStage,
  reviveStage,
} from "./stages";
import { must, testContext, testDocument } from "./testing/context";
import type { TestContext } from "./testing/context";
import { ANNA, FULL_SEED, SALES, SUPPORT, WEBSITE } from "./testing/sample";
import { setText } from "./texts";
import {
  addTouchpoint,
  deleteTouchpoint,
  duplicateTouchpoint,
  moveTouchpoint,
  reviveTouchpoint,
  setTouchpoint,
} from "./touchpoints";

function full() {
  const ctx = testDocument(FULL_SEED);
  const map = resolve(ctx.doc);
  const lane = (title: string) =>
    map.lanes.find((held) => held.title === title)!.id;
  const stage = (title: string) =>
    map.stages.find((held) => held.title === title)!.id;
  return { ctx, map, lane, stage, search: map.stages[0]!.touchpoints[0]!.id };
}

function texts(map: JourneyMap): string[] {
  return Object.values(map.cells)
    .flat()
    .map(({ text }) => text)
    .sort();
}

/** Another replica with what the first one has; `meet` brings both together. */
function peerOf(ctx: TestContext): TestContext {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ctx.doc));
  return testContext(doc, 2);
}

function meet(a: TestContext, b: TestContext): JourneyMap {
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc));
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
  expect(canonicalJson(resolve(a.doc))).toBe(canonicalJson(resolve(b.doc)));
  return resolve(a.doc);
}

test("[J4] an id that is no UUID in lower case is thrown out, a taken one refused", () => {
  const { ctx, stage } = full();
  expect(() => addStage({ ...ctx, newId: () => "stage-1" })).toThrow(/UUID/);
  expect(addStage(ctx, { id: stage("Awareness") })).toEqual({
    ok: false,
    reason: "invalid",
  });
});

test("[J5] a channel added against a concurrent removal stays", () => {
  const { ctx, search } = full();
  const other = peerOf(ctx);
  rootOf(ctx.doc, "channels").delete(`${search}:${WEBSITE}`);
  rootOf(other.doc, "channels").set(`${search}:${WEBSITE}`, true);
  expect(meet(ctx, other).stages[0]!.touchpoints[0]!.channels).toEqual([
    WEBSITE,
  ]);
});

test("[J6] words typed into a card that someone deletes are in the trash with it", () => {
  const { ctx, map, lane, stage } = full();
  const other = peerOf(ctx);
  const card = map.cells[`${lane("Pains")}:${stage("Awareness")}`]![0]!;
  must(deleteCard(ctx, { cardId: card.id }));
  must(setText(other, { kind: "card", id: card.id }, "Back hurts badly"));
  expect(meet(ctx, other).trash.map(({ title }) => title)).toEqual([
    "Back hurts badly",
  ]);
});

test("[J7] [J16] a stage is deleted with what is in it; a card added meanwhile waits in the tray", () => {
  const { ctx, map, lane, stage } = full();
  const other = peerOf(ctx);
  must(deleteStage(ctx, { stageId: stage("Awareness") }));
  must(
    addCard(other, {
      laneId: lane("Pains"),
      columnId: stage("Awareness"),
      text: "Late",
    }),
  );
  const merged = meet(ctx, other);
  expect(merged.tray.cards.map(({ text }) => text)).toEqual(["Late"]);
  expect(merged.trash.map(({ kind }) => kind)).toEqual(["stage"]);
  must(reviveStage(ctx, { stageId: stage("Awareness") }));
  const revived = resolve(ctx.doc);
  expect(revived.tray.cards).toEqual([]);
  expect(revived.stages).toEqual(map.stages);
  expect(texts(revived)).toEqual(["Late", ...texts(map)].sort());
});

test("[J7] reviving a lane leaves a card in the trash that was deleted before", () => {
  const { ctx, map, lane, stage } = full();
  const [first] = map.cells[`${lane("Pains")}:${stage("Awareness")}`]!;
  must(deleteCard(ctx, { cardId: first!.id }));
  must(deleteLane(ctx, { laneId: lane("Pains") }));
  expect(resolve(ctx.doc).trash.map(({ kind }) => kind)).toEqual([
    "lane",
    "card",
  ]);
  ctx.undo.undo();
  expect(resolve(ctx.doc).trash.map(({ id }) => id)).toEqual([first!.id]);
});

test("[J8] a deleted touchpoint returns with its channels, owners and emotions", () => {
  const { ctx, map, search } = full();
  must(deleteTouchpoint(ctx, { touchpointId: search }));
  expect(resolve(ctx.doc).attachments[search]).toBeUndefined();
  must(reviveTouchpoint(ctx, { touchpointId: search }));
  expect(resolve(ctx.doc)).toEqual(map);
});

test("[J9] what is not there is refused and nothing is written", () => {
  const { ctx, map, lane, stage } = full();
  const gone = asId<CardId>("ffffffff-0000-4000-8000-000000000000");
  const cell = { laneId: lane("Pains"), columnId: stage("Decision") };
  expect(moveCard(ctx, { cardId: gone, ...cell, before: null })).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(addCard(ctx, { ...cell, before: gone })).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(resolve(ctx.doc)).toEqual(map);
  expect(ctx.undo.canUndo()).toBe(false);
});

test("[J9] a value that the schema refuses is refused", () => {
  const { ctx, map, search, lane } = full();
  const invalid = { ok: false, reason: "invalid" };
  const cardId = Object.values(map.cells)[0]![0]!.id;
  expect(
    setTouchpoint(ctx, { touchpointId: search, patch: { duration: "soon" } }),
  ).toEqual(invalid);
  expect(
    setCard(ctx, { cardId, metric: { value: Number.NaN, unit: "%" } }),
  ).toEqual(invalid);
  expect(setMeta(ctx, { locale: "not a locale" })).toEqual(invalid);
  expect(setLane(ctx, { laneId: lane("Pains"), height: -1 })).toEqual(invalid);
  const script = {
    kind: "link",
    name: "x",
    url: "javascript:alert(1)",
  } as const;
  expect(addAttachment(ctx, { on: search, ...script })).toEqual(invalid);
  expect(link(ctx, { from: search, to: search, kind: "x" })).toEqual(invalid);
});

test("two things that were linked can be unlinked again", () => {
  const { ctx, search, stage } = full();
  const tie = { from: search, to: stage("Awareness"), kind: "solved-by" };
  must(link(ctx, tie));
  expect(resolve(ctx.doc).links).toEqual([tie]);
  must(unlink(ctx, tie));
  expect(resolve(ctx.doc).links).toEqual([]);
});

test("[J10] a locked structure takes words, cards, emotions and owners, and no change of shape", () => {
  const { ctx, lane, stage, search } = full();
  must(setMeta(ctx, { structureLocked: true }));
  const locked = { ok: false, reason: "structure_locked" };
  const stageId = stage("Awareness");
  const laneId = lane("Pains");
  const touchpointId = search;
  expect(addStage(ctx)).toEqual(locked);
  expect(moveStage(ctx, { stageId, before: null })).toEqual(locked);
  expect(deleteStage(ctx, { stageId })).toEqual(locked);
  expect(duplicateStage(ctx, { stageId })).toEqual(locked);
  expect(addTouchpoint(ctx, { stageId })).toEqual(locked);
  expect(moveTouchpoint(ctx, { touchpointId, stageId, before: null })).toEqual(
    locked,
  );
  expect(deleteTouchpoint(ctx, { touchpointId })).toEqual(locked);
  expect(addLane(ctx, { kind: "pain", title: "More" })).toEqual(locked);
  expect(deleteLane(ctx, { laneId })).toEqual(locked);
  must(setText(ctx, { kind: "stage", id: stageId, field: "title" }, "Renamed"));
  must(addCard(ctx, { laneId, columnId: stageId, text: "Card" }));
  must(setEmotion(ctx, { touchpointId, personaId: ANNA, value: 2 }));
  must(setOwner(ctx, { touchpointId, stakeholderId: SALES, role: null }));
});

test("[J11] a copied touchpoint has everything of its own and stands behind the source", () => {
  const { ctx, map, search } = full();
  const { touchpointId } = must(
    duplicateTouchpoint(ctx, { touchpointId: search }),
  );
  const after = resolve(ctx.doc);
  const source = map.stages[0]!.touchpoints[0]!;
  const copy = after.stages[0]!.touchpoints[1]!;
  const plain = ({ text, done }: { text: string; done: boolean }) => ({
    text,
    done,
  });
  expect(copy).toEqual({
    ...source,
    id: touchpointId,
    checklist: copy.checklist,
  });
  expect(copy.checklist.map(plain)).toEqual(source.checklist.map(plain));
  expect(after.attachments[touchpointId]?.map(({ name }) => name)).toEqual([
    "Shot",
  ]);
  expect(texts(after).filter((text) => text === "Agency")).toHaveLength(2);
  must(
    setText(
      ctx,
      { kind: "touchpoint", id: touchpointId, field: "message" },
      "Changed",
    ),
  );
  expect(resolve(ctx.doc).stages[0]!.touchpoints[0]).toEqual(source);
  ctx.undo.undo();
  ctx.undo.undo();
  expect(resolve(ctx.doc).stages).toEqual(map.stages);
});

test("[J11] a copied stage or lane has all that stands in it", () => {
  const { ctx, map, stage, lane } = full();
  must(duplicateStage(ctx, { stageId: stage("Awareness") }));
  const { laneId } = must(duplicateLane(ctx, { laneId: lane("Pains") }));
  const after = resolve(ctx.doc);
  expect(
    after.stages.map(({ title, touchpoints }) => [title, touchpoints.length]),
  ).toEqual([
    ["Awareness", 2],
    ["Awareness", 2],
    ["Decision", 0],
  ]);
  expect(texts(after)).toHaveLength(texts(map).length + 3 + 4);
  expect(after.lanes.find(({ id }) => id === laneId)).toMatchObject({
    title: "Pains",
    kind: "pain",
  });
});

test("[J12] a document of a newer schema is read and not changed", () => {
  const { ctx } = full();
  rootOf(ctx.doc, "meta").set("schema", 99);
  expect(addStage(ctx)).toEqual({ ok: false, reason: "newer_schema" });
  expect(resolve(ctx.doc).issues.map(({ code }) => code)).toEqual([
    "newer_schema",
  ]);
});

test("[J13] [J14] two people move one card: it ends in one of the two cells, that of the higher client", () => {
  const { ctx, map, lane, stage } = full();
  const other = peerOf(ctx);
  const card = map.cells[`${lane("Pains")}:${stage("Awareness")}`]![0]!;
  const mine = { laneId: lane("Pains"), columnId: stage("Decision") };
  const theirs = { laneId: lane("Actions"), columnId: stage("Awareness") };
  must(moveCard(ctx, { cardId: card.id, ...mine, before: null }));
  must(moveCard(other, { cardId: card.id, ...theirs, before: null }));
  const won = ctx.doc.clientID > other.doc.clientID ? mine : theirs;
  const moved = Object.values(meet(ctx, other).cells)
    .flat()
    .find(({ id }) => id === card.id);
  expect(moved).toMatchObject(won);
});

test("[J15] moving a touchpoint takes the cards under it along", () => {
  const { ctx, map, search, stage } = full();
  must(
    moveTouchpoint(ctx, {
      touchpointId: search,
      stageId: stage("Decision"),
      before: null,
    }),
  );
  const after = resolve(ctx.doc);
  expect(after.stages[1]!.touchpoints.map(({ id }) => id)).toEqual([search]);
  expect(after.cells).toEqual(map.cells);
});

test("[J18] cards stand only in lanes that hold them and in columns of their span", () => {
  const { ctx, lane, stage, search } = full();
  const columnId = stage("Awareness");
  expect(addCard(ctx, { laneId: lane("Emotion"), columnId: search })).toEqual({
    ok: false,
    reason: "lane_holds_no_cards",
  });
  expect(addCard(ctx, { laneId: lane("Pains"), columnId: search })).toEqual({
    ok: false,
    reason: "wrong_column",
  });
  expect(addCard(ctx, { laneId: lane("Backstage"), columnId })).toEqual({
    ok: false,
    reason: "wrong_column",
  });
});

test("[J19] a card takes the kind of the lane it is moved to", () => {
  const { ctx, map, lane, stage } = full();
  const { id: cardId } =
    map.cells[`${lane("Pains")}:${stage("Awareness")}`]![0]!;
  const laneId = lane("Actions");
  must(
    moveCard(ctx, {
      cardId,
      laneId,
      columnId: stage("Awareness"),
      before: null,
    }),
  );
  expect(
    resolve(ctx.doc).cells[`${laneId}:${stage("Awareness")}`]![0]!.kind,
  ).toBe("action");
});

test("[J20] a paste fills cells in one undo step, and its preview counts the same", () => {
  const { ctx, map, lane, stage } = full();
  const args = {
    laneId: lane("Pains"),
    columnId: stage("Awareness"),
    rows: [
      ["a", "b", "c"],
      ["d", "", "e"],
      ["f", "g"],
    ],
    replace: true,
    addColumns: true,
  };
  const counts = { cards: 5, overwritten: 1, columnsAdded: 1, skipped: 2 };
  expect(previewFill(ctx, args)).toEqual({ ok: true, ...counts });
  expect(resolve(ctx.doc)).toEqual(map);
  expect(must(fillCells(ctx, args))).toMatchObject(counts);
  const after = resolve(ctx.doc);
  expect(after.stages).toHaveLength(3);
  expect(texts(after)).toEqual([
    "Agency",
    "Call back",
    "a",
    "b",
    "c",
    "d",
    "e",
  ]);
  ctx.undo.undo();
  const undone = resolve(ctx.doc);
  expect([undone.stages, undone.cells]).toEqual([map.stages, map.cells]);
});

test("[J20] a paste that adds columns puts no card where they have no cell", () => {
  const { ctx, map, lane, stage } = full();
  const from = map.lanes.findIndex(({ id }) => id === lane("Pains"));
  const to = map.lanes.findIndex(({ id }) => id === lane("Backstage"));
  const wide = ["", "", "beyond the last stage"];
  const rows = map.lanes.slice(from, to + 1).map(() => wide);
  const outcome = must(
    fillCells(ctx, {
      laneId: lane("Pains"),
      columnId: stage("Awareness"),
      rows,
      addColumns: true,
    }),
  );
  const after = resolve(ctx.doc);
  expect(after.tray).toEqual(map.tray);
  expect(outcome.skipped).toBeGreaterThan(0);
  expect(outcome.cards + outcome.skipped).toBe(rows.length);
  expect(Object.values(after.cells).flat()).toHaveLength(
    Object.values(map.cells).flat().length + outcome.cards,
  );
});

test("[J46] emotions of an unlinked persona are hidden and return with it", () => {
  const { ctx, map } = full();
  must(unlinkPersona(ctx, { personaId: ANNA }));
  expect(resolve(ctx.doc).curves).toEqual([]);
  must(linkPersona(ctx, { personaId: ANNA }));
  expect(resolve(ctx.doc).curves).toEqual(map.curves);
  const stranger = asId<PersonaId>("ffffffff-0000-4000-8000-000000000000");
  const touchpointId = map.stages[0]!.touchpoints[0]!.id;
  expect(
    setEmotion(ctx, { touchpointId, personaId: stranger, value: 1 }).ok,
  ).toBe(false);
});

test("[J3] making one stakeholder responsible replaces the others in one step", () => {
  const { ctx, map, search } = full();
  must(setResponsible(ctx, { touchpointId: search, stakeholderId: SUPPORT }));
  const owners = () => resolve(ctx.doc).stages[0]!.touchpoints[0]!.owners;
  expect(owners()).toEqual([{ stakeholderId: SUPPORT, role: "responsible" }]);
  ctx.undo.undo();
  expect(owners()).toEqual(map.stages[0]!.touchpoints[0]!.owners);
});

test("[J9] a channel can be added twice and is there once", () => {
  const { ctx, search } = full();
  must(addChannel(ctx, { touchpointId: search, channelId: WEBSITE }));
  expect(resolve(ctx.doc).stages[0]!.touchpoints[0]!.channels).toEqual([
    WEBSITE,
  ]);
});

test("[J16] a card revived into a deleted column waits in the tray and can be placed from there", () => {
  const { ctx, map, lane, stage } = full();
  const { id: cardId } =
    map.cells[`${lane("Pains")}:${stage("Awareness")}`]![0]!;
  must(deleteCard(ctx, { cardId }));
  must(deleteStage(ctx, { stageId: stage("Awareness") }));
  must(reviveCard(ctx, { cardId }));
  expect(resolve(ctx.doc).tray.cards.map(({ id }) => id)).toEqual([cardId]);
  const cell = { laneId: lane("Pains"), columnId: stage("Decision") };
  must(moveCard(ctx, { cardId, ...cell, before: null }));
  expect(
    resolve(ctx.doc).cells[`${cell.laneId}:${cell.columnId}`],
  ).toHaveLength(1);
});
