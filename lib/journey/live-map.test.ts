import * as Y from "yjs";
import { expect, test } from "vitest";
import { createLiveMap } from "./live-map";
import { resolve } from "./resolve";
import { testDocument } from "./testing/context";
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
