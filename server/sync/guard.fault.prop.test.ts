import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { faultRuns } from "@/test/fault-runs";
import { addCard } from "@/lib/journey/cards";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { testDocument } from "@/lib/journey/testing/context";
import { textOf } from "@/lib/journey/texts";
import { guardUpdate } from "./guard";
import { LiveDocument } from "./live-document";
import { smallSeed } from "./testing/seed";
import { copyOf, updateBy } from "./testing/updates";

const { doc } = testDocument(smallSeed);
const state = Y.encodeStateAsUpdate(doc);

const damaged = fc
  .array(fc.record({ at: fc.nat(state.length - 1), bit: fc.nat(7) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((flips) => {
    const bytes = state.slice();
    for (const { at, bit } of flips)
      bytes[at] = (bytes[at] as number) ^ (1 << bit);
    return bytes;
  });

test("[C13][WS-11] whatever bytes arrive, nothing ever waits inside the document, and it stays what it was or stays valid", () => {
  const anything = fc.oneof(damaged, fc.uint8Array({ maxLength: 400 }));
  fc.assert(
    fc.property(anything, (bytes) => {
      if (guardUpdate(bytes, bytes.length) !== "ok") return;
      const live = new LiveDocument({ snapshot: state, tail: [] }, 2 ** 30);
      live.learnAuthors(new Map());
      const { row, stop } = live.integrate([bytes], "user:mallory");
      expect(row === null || stop === null).toBe(true);
      if (stop?.kind !== "tainted") {
        expect(live.doc.store.pendingStructs).toBeNull();
        expect(live.doc.store.pendingDs).toBeNull();
      }
      live.destroy();
    }),
    { numRuns: 3_000 },
  );
});

/** A map, and twenty updates of it as people's browsers send them. */
function record() {
  const ctx = testDocument(smallSeed);
  const server = copyOf(ctx.doc);
  const { stages, lanes } = resolve(ctx.doc);
  const place = { laneId: lanes[0]!.id, columnId: stages[0]!.id };
  const updates = Array.from({ length: 20 }, (_, at) =>
    updateBy(ctx.doc, () => {
      if (at % 2 === 0) addCard(ctx, { ...place, text: `Card ${at} 👋` });
      else textOf(ctx.doc, title)?.insert(at, "word ");
      if (at % 5 === 0) textOf(ctx.doc, title)?.delete(0, 3);
    }),
  );
  return { server, updates };
}

const title = { kind: "meta", field: "title" } as const;
const flips = faultRuns.isLong ? 10_000 : 1_000;

/** What became of bytes in a document that had everything before them. */
function tryOut(before: Uint8Array, bytes: Uint8Array) {
  if (guardUpdate(bytes, 32) !== "ok") return "guarded";
  const live = new LiveDocument({ snapshot: before, tail: [] }, 2 ** 30);
  live.learnAuthors(new Map());
  const { stop } = live.integrate([bytes], "user:mallory");
  const { pendingStructs, pendingDs } = live.doc.store;
  // A tainted one is thrown away.
  const isTainted = stop?.kind === "tainted";
  const isWaiting = pendingStructs !== null || pendingDs !== null;
  const isRefused = stop !== null && !isTainted;
  const now = isRefused ? canonicalJson(resolve(live.doc)) : null;
  live.destroy();
  return { isTainted, isWaiting, now };
}

test("[C13] of twenty recorded updates no truncation is taken, and of many flipped bits none leaves anything waiting or changes what it was refused for", () => {
  const { server, updates } = record();
  let flipped = 0;
  for (const update of updates) {
    const before = Y.encodeStateAsUpdate(server);
    const map = canonicalJson(resolve(server));
    for (let length = 0; length < update.length; length++)
      expect(tryOut(before, update.subarray(0, length))).toBe("guarded");
    for (let at = 0; at < flips / updates.length; at++, flipped++) {
      const bytes = update.slice();
      const bit = (at * 7_919) % (bytes.length * 8);
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
      const came = tryOut(before, bytes);
      if (came === "guarded" || came.isTainted) continue;
      expect(came.isWaiting).toBe(false);
      expect(came.now ?? map).toBe(map);
    }
    Y.applyUpdate(server, update);
  }
  expect(flipped).toBe(flips);
});

test("[WS-11] no bytes make the guard throw or read past their end", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000, size: "max" }), (bytes) => {
      expect(typeof guardUpdate(bytes, 32)).toBe("string");
    }),
    { numRuns: 10_000 },
  );
});
