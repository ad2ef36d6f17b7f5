import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { testDocument } from "@/lib/journey/testing/context";
import { guardUpdate } from "./guard";
import { LiveDocument } from "./live-document";
import { smallSeed } from "./testing/seed";

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

test("[WS-11] no bytes make the guard throw or read past their end", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000, size: "max" }), (bytes) => {
      expect(typeof guardUpdate(bytes, 32)).toBe("string");
    }),
    { numRuns: 10_000 },
  );
});
