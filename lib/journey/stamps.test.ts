import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { findRoot } from "./document";
import { KnownStamps } from "./stamps";
import { testDocument } from "./testing/context";

test("[J106] where more stamps stand in a document than are remembered else, it is not looked through at every change", () => {
  const ctx = testDocument();
  const by = ctx.actorId;
  const cards = findRoot(ctx.doc, "cards")!;
  const bury = (count: number) =>
    ctx.doc.transact(() =>
      Array.from({ length: count }, () => {
        const key = ctx.newId();
        cards.set(key, new Y.Map([["del", { by, at: ctx.now() }]]));
        return { root: "cards", key, fields: null } as const;
      }),
    );
  bury(21_000);
  const stamps = new KnownStamps();
  const gather = vi.spyOn(stamps, "gather");
  stamps.gather(ctx.doc);
  for (let at = 0; at < 20; at++) stamps.learn(ctx.doc, bury(1));
  expect(gather).toHaveBeenCalledTimes(1);
  stamps.learn(ctx.doc, bury(21_000));
  expect(gather).toHaveBeenCalledTimes(2);
  expect(stamps.size).toBe(42_020);
  stamps.learn(ctx.doc, bury(1));
  expect(gather).toHaveBeenCalledTimes(2);
});
