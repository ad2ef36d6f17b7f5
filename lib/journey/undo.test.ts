import * as Y from "yjs";
import { expect, test } from "vitest";
import { addCard, moveCard, setCard } from "./cards";
import { fillCells } from "./fill-cells";
import { addLane } from "./lanes";
import { resolve } from "./resolve";
import { addStage, deleteStage, setStage } from "./stages";
import { must, testContext, testDocument } from "./testing/context";
import type { TestContext } from "./testing/context";
import { replaceText, textOf } from "./texts";
import { createUndoStack, trackText } from "./undo";

function pair(): [TestContext, TestContext] {
  const mine = testDocument();
  must(addStage(mine, { title: "Awareness" }));
  mine.undo.clear();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine.doc));
  return [mine, testContext(doc, 2)];
}

function meet(a: TestContext, b: TestContext): void {
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc));
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
}

const stageOf = ({ doc }: TestContext) => resolve(doc).stages[0]!;

test("[J30] undo and redo walk through what one tab did", () => {
  const ctx = testDocument();
  const maps = [resolve(ctx.doc)];
  const { stageId } = must(addStage(ctx, { title: "One" }));
  const { laneId } = must(addLane(ctx, { kind: "pain", title: "Pains" }));
  maps.push(resolve(ctx.doc));
  const { cardId } = must(
    addCard(ctx, { laneId, columnId: stageId, text: "Hurts" }),
  );
  must(setCard(ctx, { cardId, colour: "red" }));
  maps.push(resolve(ctx.doc));
  must(setCard(ctx, { cardId, colour: "blue" }));
  expect(ctx.undo.undo()).toEqual({ ok: true, entity: cardId });
  expect(resolve(ctx.doc)).toEqual(maps[2]);
  ctx.undo.undo();
  ctx.undo.undo();
  expect(resolve(ctx.doc).cells).toEqual(maps[1]!.cells);
  ctx.undo.redo();
  ctx.undo.redo();
  expect(resolve(ctx.doc)).toEqual(maps[2]);
});

test("[J31] undo leaves a register alone that someone else wrote since, even with the same value", () => {
  const [mine, theirs] = pair();
  const stageId = stageOf(mine).id;
  must(setStage(mine, { stageId, colour: "blue" }));
  meet(mine, theirs);
  must(setStage(theirs, { stageId, colour: "green" }));
  must(setStage(theirs, { stageId, colour: "blue" }));
  meet(mine, theirs);
  expect(mine.undo.undo()).toEqual({
    ok: false,
    reason: "changed_since",
    entity: stageId,
  });
  expect(stageOf(mine).colour).toBe("blue");
  expect(mine.undo.undo()).toMatchObject({ reason: "nothing" });
});

test("[J31] undoing a collision that one has won brings back the old value and never empties it", () => {
  const [mine, theirs] = pair();
  const stageId = stageOf(mine).id;
  must(setStage(mine, { stageId, colour: "grey" }));
  meet(mine, theirs);
  must(setStage(mine, { stageId, colour: "blue" }));
  must(setStage(theirs, { stageId, colour: "red" }));
  meet(mine, theirs);
  const isMine = stageOf(mine).colour === "blue";
  expect(mine.undo.undo().ok).toBe(isMine);
  meet(mine, theirs);
  expect(stageOf(theirs).colour).toBe(isMine ? "grey" : "red");
});

test("[J31] clearing what a colleague cleared as well is not undone over the colleague's new value", () => {
  const [mine, theirs] = pair();
  const stageId = stageOf(mine).id;
  must(setStage(mine, { stageId, colour: "blue" }));
  must(setStage(mine, { stageId, colour: null }));
  meet(mine, theirs);
  must(setStage(theirs, { stageId, colour: "red" }));
  must(setStage(theirs, { stageId, colour: null }));
  meet(mine, theirs);
  expect(mine.undo.undo()).toMatchObject({ reason: "changed_since" });
  expect(stageOf(mine).colour).toBeNull();
});

test("[J31] of an entry with many registers, what is still one's own is undone", () => {
  const [mine, theirs] = pair();
  const columnId = stageOf(mine).id;
  const { laneId } = must(addLane(mine, { kind: "pain", title: "Pains" }));
  must(fillCells(mine, { laneId, columnId, rows: [["a"]] }));
  const { cardIds } = must(
    fillCells(mine, { laneId, columnId, rows: [["b"]], replace: true }),
  );
  meet(mine, theirs);
  must(
    moveCard(theirs, { cardId: cardIds[0]!, laneId, columnId, before: null }),
  );
  meet(mine, theirs);
  expect(mine.undo.undo().ok).toBe(true);
  expect(
    Object.values(resolve(mine.doc).cells)
      .flat()
      .map(({ text }) => text),
  ).toEqual(["a"]);
});

test("[J32] the undo of a creation is a deletion and that of a deletion a revival", () => {
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx, { title: "One" }));
  ctx.undo.undo();
  expect(resolve(ctx.doc).trash.map(({ id }) => id)).toEqual([stageId]);
  ctx.undo.redo();
  must(deleteStage(ctx, { stageId }));
  ctx.undo.undo();
  expect(resolve(ctx.doc).stages.map(({ id }) => id)).toEqual([stageId]);
});

test("[J33] typing in one text is one entry, and its undo keeps what others typed", () => {
  const [mine, theirs] = pair();
  const ref = { kind: "stage", id: stageOf(mine).id, field: "title" } as const;
  const text = textOf(mine.doc, ref)!;
  const session = trackText(mine.undo, text, {
    origin: mine.origin,
    entity: ref.id,
  });
  replaceText(text, "Awareness of us", mine.origin);
  meet(mine, theirs);
  replaceText(textOf(theirs.doc, ref)!, "Full awareness of us", theirs.origin);
  meet(mine, theirs);
  replaceText(text, `${text.toString()}!`, mine.origin);
  session.close();
  expect(mine.undo.undo()).toEqual({ ok: true, entity: ref.id });
  expect(text.toString()).toBe("Full awareness");
  mine.undo.redo();
  expect(text.toString()).toBe("Full awareness of us!");
});

test("[J33] giving up a session takes back its own words and leaves no entry", () => {
  const [mine] = pair();
  const text = textOf(mine.doc, {
    kind: "stage",
    id: stageOf(mine).id,
    field: "title",
  })!;
  const session = trackText(mine.undo, text, { origin: mine.origin });
  replaceText(text, "Changed my mind", mine.origin);
  session.revert();
  session.close();
  expect(text.toString()).toBe("Awareness");
  expect(mine.undo.canUndo()).toBe(false);
});

test("[J33] two sessions on one text are two entries", () => {
  const [mine] = pair();
  const text = textOf(mine.doc, {
    kind: "stage",
    id: stageOf(mine).id,
    field: "title",
  })!;
  for (const next of ["Awareness 1", "Awareness 12"]) {
    const session = trackText(mine.undo, text, { origin: mine.origin });
    replaceText(text, next, mine.origin);
    session.close();
  }
  mine.undo.undo();
  expect(text.toString()).toBe("Awareness 1");
  mine.undo.undo();
  expect(text.toString()).toBe("Awareness");
});

test("[J34] the stack forgets its oldest entry, and a new command what was undone", () => {
  const base = testDocument();
  const ctx = { ...base, undo: createUndoStack({ limit: 3 }) };
  const seen: boolean[] = [];
  ctx.undo.subscribe(() => seen.push(ctx.undo.canRedo()));
  for (let count = 0; count < 5; count += 1) must(addStage(ctx));
  while (ctx.undo.canUndo()) ctx.undo.undo();
  expect(resolve(ctx.doc).stages).toHaveLength(2);
  must(addStage(ctx));
  expect(ctx.undo.canRedo()).toBe(false);
  expect(seen).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
    true,
    true,
    false,
  ]);
});

test("[J35] a command of 400 KiB goes in several transactions below the limit, with one entry", () => {
  const ctx = testDocument();
  const { stageId: columnId } = must(addStage(ctx));
  const { laneId } = must(addLane(ctx, { kind: "pain", title: "Pains" }));
  for (let count = 0; count < 40; count += 1)
    must(addLane(ctx, { kind: "pain", title: "More" }));
  const before = resolve(ctx.doc);
  const sizes: number[] = [];
  ctx.doc.on("update", (update: Uint8Array) => sizes.push(update.length));
  must(
    fillCells(ctx, {
      laneId,
      columnId,
      rows: Array.from({ length: 30 }, () => ["€".repeat(5_000)]),
    }),
  );
  expect(sizes.length).toBeGreaterThan(3);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(128 * 1024);
  ctx.undo.undo();
  expect(resolve(ctx.doc).cells).toEqual(before.cells);
});
