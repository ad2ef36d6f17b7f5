import * as Y from "yjs";
import { describe, expect, test } from "vitest";
import { createLiveMap } from "./live-map";
import type { JourneyMap } from "./journey-map";
import { resolve } from "./resolve";
import { addStage } from "./stages";
import { setText, textOf } from "./texts";
import { must, testDocument } from "./testing/context";
import { doEverything } from "./testing/everything";

test("[J48] after every transaction the live map equals what resolve makes, here and where it arrives", () => {
  const ctx = testDocument();
  const elsewhere = new Y.Doc();
  const copy = createLiveMap(elsewhere);
  const live = createLiveMap(ctx.doc);
  let transactions = 0;
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(ctx.doc));
  ctx.doc.on("update", (update: Uint8Array) => {
    transactions += 1;
    const map = resolve(ctx.doc);
    expect(live.get()).toEqual(map);
    Y.applyUpdate(elsewhere, update);
    expect(copy.get()).toEqual(map);
  });
  doEverything(ctx);
  expect(transactions).toBeGreaterThan(50);
});

test("[J48] what was shown before the document came keeps its identity where it is still so", () => {
  const ctx = testDocument();
  doEverything(ctx);
  const shown = JSON.parse(JSON.stringify(resolve(ctx.doc))) as JourneyMap;
  const same = new Y.Doc();
  const live = createLiveMap(same, shown);
  expect(live.get().stages).toEqual([]);
  Y.applyUpdate(same, Y.encodeStateAsUpdate(ctx.doc));
  expect(live.get()).toBe(shown);

  must(addStage(ctx, { title: "Later" }));
  const later = new Y.Doc();
  const other = createLiveMap(later, shown);
  Y.applyUpdate(later, Y.encodeStateAsUpdate(ctx.doc));
  expect(other.get()).toEqual(resolve(ctx.doc));
  expect(other.get().cells).toBe(shown.cells);
  expect(other.get().lanes).toBe(shown.lanes);
  expect(other.get().stages[0]).toBe(shown.stages[0]);
});

describe("[J48] who listens is told of words that were written here when there is time, and of all else at once", () => {
  function listening() {
    const ctx = testDocument();
    doEverything(ctx);
    const later: (() => void)[] = [];
    const live = createLiveMap(ctx.doc, null, (work) => later.push(work));
    const card = Object.values(live.get().cells).flat()[0]!;
    let heard = 0;
    live.subscribe(() => (heard += 1));
    const write = (words: string) =>
      must(setText(ctx, { kind: "card", id: card.id }, words));
    const words = () =>
      Object.values(live.get().cells)
        .flat()
        .find(({ id }) => id === card.id)?.text;
    const doLater = () => later.splice(0).forEach((work) => work());
    return { ctx, live, write, words, doLater, heard: () => heard };
  }

  test("and whoever asks has the words before", () => {
    const { write, words, doLater, heard } = listening();
    write("One");
    write("Two");
    expect(heard()).toBe(0);
    expect(words()).toBe("Two");
    doLater();
    expect(heard()).toBe(1);
    write("Three");
    doLater();
    expect(heard()).toBe(2);
    expect(words()).toBe("Three");
  });

  test("with whatever else changes meanwhile", () => {
    const { ctx, write, doLater, heard } = listening();
    write("One");
    must(addStage(ctx, { title: "Later" }));
    expect(heard()).toBe(1);
    doLater();
    expect(heard()).toBe(1);
  });

  test("and at once of what colleagues write", () => {
    const { ctx, write, heard } = listening();
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(ctx.doc));
    const id = Object.values(resolve(theirs).cells).flat()[0]!.id;
    textOf(theirs, { kind: "card", id })!.insert(0, "Theirs: ");
    Y.applyUpdate(ctx.doc, Y.encodeStateAsUpdate(theirs));
    expect(heard()).toBe(1);
    write("Mine");
    expect(heard()).toBe(1);
  });
});
