import { expect, test } from "vitest";
import * as Y from "yjs";
import { changedEntities } from "./changed-entities";
import { completeEntities } from "./complete";
import { rootOf } from "./document";
import { must, testDocument } from "./testing/context";
import { addTouchpoint } from "./touchpoints";
import { validateEntities } from "./validate";
import { resolve } from "./resolve";

/** A touchpoint as another program might write it: with a title and nothing else that is nested. */
function withPartialTouchpoint() {
  const ctx = testDocument({
    stages: [{ key: "s", title: "Orientation", touchpoints: [] }],
  });
  const id = ctx.newId();
  const [stageId] = rootOf(ctx.doc, "stages").keys();
  const seen: ReturnType<typeof changedEntities>[] = [];
  ctx.doc.once("afterTransaction", (transaction: Y.Transaction) => {
    seen.push(changedEntities(transaction));
  });
  ctx.doc.transact(() => {
    const touchpoint = new Y.Map<unknown>();
    touchpoint.set("loc", [stageId, "a0"]);
    touchpoint.set("title", new Y.Text("Advert"));
    rootOf(ctx.doc, "touchpoints").set(id, touchpoint);
  });
  return { ctx, id, stageId, changed: seen[0]! };
}

test("[J98] what an entity lacks is found, added once, and nothing that is there changes", () => {
  const { ctx, id, changed } = withPartialTouchpoint();
  const violations = validateEntities(ctx.doc, changed);
  expect(new Set(violations.map(({ code }) => code))).toEqual(
    new Set(["incomplete"]),
  );
  completeEntities(ctx.doc, changed.touched);
  expect(validateEntities(ctx.doc, changed)).toEqual([]);
  const held = rootOf(ctx.doc, "touchpoints").get(id) as Y.Map<unknown>;
  expect(String(held.get("title"))).toBe("Advert");
  const before = Y.encodeStateAsUpdate(ctx.doc);
  completeEntities(ctx.doc, changed.touched);
  expect(Y.encodeStateAsUpdate(ctx.doc)).toEqual(before);
});

test("[J98] a completed entity is what a command would have made", () => {
  const { ctx, id, stageId, changed } = withPartialTouchpoint();
  completeEntities(ctx.doc, changed.touched);
  const made = must(
    addTouchpoint(ctx, { stageId: stageId as never, title: "Advert" }),
  );
  const keysOf = (key: string) =>
    [...(rootOf(ctx.doc, "touchpoints").get(key) as Y.Map<unknown>).keys()]
      .filter((name) => name !== "medium")
      .toSorted();
  expect(keysOf(id)).toEqual(keysOf(made.touchpointId));
  expect(resolve(ctx.doc).issues).toEqual([]);
});
