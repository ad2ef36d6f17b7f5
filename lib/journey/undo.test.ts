import * as Y from "yjs";
import { expect, test, vi } from "vitest";
import { addCard, deleteCard, moveCard, setCard } from "./cards";
import { addChecklistItem } from "./checklist";
import { rootOf } from "./document";
import { fillCells } from "./fill-cells";
import { addLane } from "./lanes";
import { setMeta } from "./meta";
import { resolve } from "./resolve";
import { addStage, deleteStage, moveStage, setStage } from "./stages";
import { must, testContext, testDocument } from "./testing/context";
import type { TestContext } from "./testing/context";
import { FULL_SEED } from "./testing/sample";
import { replaceText, setText, textOf } from "./texts";
import { moveTouchpoint } from "./touchpoints";
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
    by: theirs.doc.clientID,
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

test("[A1] [J33] while a text is written, Ctrl+Z takes back what was typed within half a second, and what came later alone", () => {
  const [mine] = pair();
  const ref = { kind: "stage", id: stageOf(mine).id, field: "title" } as const;
  const text = textOf(mine.doc, ref)!;
  // Yjs asks a clock of its own: what it remembers of the last word is set back instead.
  const made = vi.spyOn(Y.UndoManager.prototype, "addToScope");
  const session = trackText(mine.undo, text, { origin: mine.origin });
  const manager = made.mock.contexts[0] as Y.UndoManager;
  made.mockRestore();
  const type = (more: string) =>
    replaceText(text, text.toString() + more, mine.origin);
  type(" o");
  type("f");
  manager.lastChange -= 500;
  type(" u");
  type("s");
  expect(text.toString()).toBe("Awareness of us");
  expect(session.undo()).toBe(true);
  expect(text.toString()).toBe("Awareness of");
  expect(session.undo()).toBe(true);
  expect(text.toString()).toBe("Awareness");
  expect(session.undo()).toBe(false);
  expect(session.redo()).toBe(true);
  expect(text.toString()).toBe("Awareness of");
  session.close();
  mine.undo.undo();
  expect(text.toString()).toBe("Awareness");
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

test("[J36] what was moved, made or deleted before a lock comes back only after it", () => {
  const [mine, theirs] = pair();
  const first = stageOf(mine).id;
  const { stageId } = must(addStage(mine, { title: "Decision" }));
  must(moveStage(mine, { stageId, before: first }));
  must(deleteStage(mine, { stageId }));
  meet(mine, theirs);
  must(setMeta(theirs, { structureLocked: true }));
  meet(mine, theirs);
  const locked = resolve(mine.doc);
  const refusal = { ok: false, reason: "structure_locked", entity: stageId };
  expect(mine.undo.undo()).toEqual(refusal);
  expect(resolve(mine.doc)).toEqual(locked);
  must(setMeta(theirs, { structureLocked: false }));
  meet(mine, theirs);
  expect(mine.undo.undo()).toEqual({ ok: true, entity: stageId });
  expect(resolve(mine.doc).stages.map(({ id }) => id)).toEqual([
    stageId,
    first,
  ]);
  must(setMeta(theirs, { structureLocked: true }));
  meet(mine, theirs);
  expect(mine.undo.redo()).toEqual(refusal);
  expect(mine.undo.undo()).toEqual(refusal);
});

test("[J36] a touchpoint's place is structure; its checklist, its words and a card's place are not", () => {
  const ctx = testDocument(FULL_SEED);
  const map = resolve(ctx.doc);
  const [from, to] = map.stages;
  const touchpointId = from!.touchpoints[0]!.id;
  must(moveTouchpoint(ctx, { touchpointId, stageId: to!.id, before: null }));
  must(addChecklistItem(ctx, { touchpointId, text: "Check" }));
  must(setText(ctx, { kind: "stage", id: to!.id, field: "title" }, "Deciding"));
  const { laneId, columnId, id: cardId } = Object.values(map.cells)[0]![0]!;
  must(
    moveCard(ctx, {
      cardId,
      laneId: laneId!,
      columnId: columnId!,
      before: null,
    }),
  );
  must(deleteCard(ctx, { cardId }));
  rootOf(ctx.doc, "meta").set("structureLocked", true);
  for (let left = 4; left > 0; left -= 1)
    expect(ctx.undo.undo()).toMatchObject({ ok: true });
  expect(ctx.undo.undo()).toMatchObject({ reason: "structure_locked" });
  rootOf(ctx.doc, "meta").delete("structureLocked");
  ctx.undo.undo();
  expect(resolve(ctx.doc)).toEqual(map);
});

test("[J36] one's own lock is undone before what it locked", () => {
  const ctx = testDocument();
  must(addStage(ctx, { title: "One" }));
  must(setMeta(ctx, { structureLocked: true }));
  expect([ctx.undo.undo().ok, ctx.undo.undo().ok]).toEqual([true, true]);
  expect(resolve(ctx.doc).stages).toEqual([]);
});

test("[J36] in a document of a newer schema neither a command nor typing is undone", () => {
  const [mine] = pair();
  const stageId = stageOf(mine).id;
  must(setStage(mine, { stageId, colour: "blue" }));
  must(setText(mine, { kind: "stage", id: stageId, field: "title" }, "Typed"));
  rootOf(mine.doc, "meta").set("schema", 99);
  const before = resolve(mine.doc);
  for (const step of [mine.undo.undo, mine.undo.undo])
    expect(step()).toMatchObject({ ok: false, reason: "newer_schema" });
  expect(resolve(mine.doc)).toEqual(before);
});

test("[J37] commands done as one are one step, with the texts set among them", () => {
  const ctx = testDocument(FULL_SEED);
  const [first, second] = resolve(ctx.doc).stages;
  const ref = { kind: "stage", field: "title" } as const;
  const before = resolve(ctx.doc);
  const work = () => {
    must(setStage(ctx, { stageId: first!.id, colour: "red" }));
    must(setText(ctx, { ...ref, id: first!.id }, "One"));
    must(setText(ctx, { ...ref, id: second!.id }, "Two"));
    must(setStage(ctx, { stageId: first!.id, colour: "blue" }));
  };
  ctx.undo.asOne(() => ctx.doc.transact(work, ctx.origin));
  const after = resolve(ctx.doc);
  expect(after.stages.map(({ title }) => title).slice(0, 2)).toEqual([
    "One",
    "Two",
  ]);
  expect(ctx.undo.undo().ok).toBe(true);
  expect(resolve(ctx.doc)).toEqual(before);
  expect(ctx.undo.canUndo()).toBe(false);
  expect(ctx.undo.redo().ok).toBe(true);
  expect(resolve(ctx.doc)).toEqual(after);
  must(setText(ctx, { ...ref, id: second!.id }, "Later"));
  ctx.undo.undo();
  ctx.undo.undo();
  expect(resolve(ctx.doc)).toEqual(before);
});

test("[J37] of commands done as one, what someone else changed since stays", () => {
  const [mine, theirs] = pair();
  const stageId = stageOf(mine).id;
  mine.undo.asOne(() => {
    must(setStage(mine, { stageId, colour: "blue" }));
    must(setStage(mine, { stageId, collapsed: true }));
  });
  meet(mine, theirs);
  must(setStage(theirs, { stageId, colour: "green" }));
  meet(mine, theirs);
  expect(mine.undo.undo().ok).toBe(true);
  expect(stageOf(mine)).toMatchObject({ colour: "green", collapsed: false });
  expect(mine.undo.redo().ok).toBe(true);
  expect(stageOf(mine)).toMatchObject({ colour: "green", collapsed: true });
});

test("[J37] a locked structure refuses the undo of commands done as one, whole", () => {
  const ctx = testDocument(FULL_SEED);
  const stageId = stageOf(ctx).id;
  ctx.undo.asOne(() => {
    must(setStage(ctx, { stageId, colour: "blue" }));
    must(moveStage(ctx, { stageId, before: null }));
  });
  must(setMeta({ ...ctx, undo: undefined }, { structureLocked: true }));
  const locked = resolve(ctx.doc);
  expect(ctx.undo.undo()).toMatchObject({ reason: "structure_locked" });
  expect(resolve(ctx.doc)).toEqual(locked);
});
