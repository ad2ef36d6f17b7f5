import * as Y from "yjs";
import { expect, test } from "vitest";
import { createLiveMap } from "./live-map";
import type { JourneyMap } from "./journey-map";
import { resolve } from "./resolve";
import { addStage } from "./stages";
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
