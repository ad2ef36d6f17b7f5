import { expect, test } from "vitest";
import { addAttachment } from "./attachments";
import { addCard, moveCard, setCard } from "./cards";
import { addChannel } from "./channels";
import { rootOf } from "./document";
import { setEmotion } from "./emotions";
import { asId } from "./ids";
import type { CardId, FileId, PersonaId } from "./ids";
import { addLane, deleteLane, setLane } from "./lanes";
import { link, unlink } from "./links";
import { linkPersona, setMeta, unlinkPersona } from "./meta";
import { setOwner, setResponsible } from "./owners";
import { resolve } from "./resolve";
import { addStage, deleteStage, duplicateStage, moveStage } from "./stages";
import { must } from "./testing/context";
import { ANNA, SALES, SUPPORT, WEBSITE } from "./testing/sample";
import { setText } from "./texts";
import {
  addTouchpoint,
  deleteTouchpoint,
  moveTouchpoint,
  setTouchpoint,
} from "./touchpoints";
import { full, meet, peerOf } from "./testing/full-map";

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
  const others = resolve(ctx.doc).links;
  must(link(ctx, tie));
  expect(resolve(ctx.doc).links).toContainEqual(tie);
  expect(resolve(ctx.doc).links).toHaveLength(others.length + 1);
  must(unlink(ctx, tie));
  expect(resolve(ctx.doc).links).toEqual(others);
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

test("[J12] a document of a newer schema is read and not changed", () => {
  const { ctx } = full();
  rootOf(ctx.doc, "meta").set("schema", 99);
  expect(addStage(ctx)).toEqual({ ok: false, reason: "newer_schema" });
  expect(resolve(ctx.doc).issues.map(({ code }) => code)).toEqual([
    "newer_schema",
  ]);
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

test("[R80] a journey that ends without success is a map like any other, and says so", () => {
  const { ctx, map } = full();
  must(setMeta(ctx, { outcome: "unsuccessful" }));
  expect(resolve(ctx.doc)).toEqual({
    ...map,
    meta: { ...map.meta, outcome: "unsuccessful" },
  });
});

test("[R04] a key moment holds pictures of what the customer sees", () => {
  const { ctx, map } = full();
  const columnId = map.stages[0]!.id;
  const { laneId } = must(
    addLane(ctx, { kind: "key-moment", title: "Moments" }),
  );
  const { cardId: on } = must(addCard(ctx, { laneId, columnId }));
  const fileId = asId<FileId>(ctx.newId());
  must(addAttachment(ctx, { on, kind: "file", name: "page.png", fileId }));
  expect(resolve(ctx.doc).attachments[on]).toMatchObject([{ fileId }]);
});
