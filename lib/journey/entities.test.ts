import * as Y from "yjs";
import { expect, test } from "vitest";
import { ENTITY_ROOTS, ROOTS, rootOf } from "./document";
import type { EntityRoot } from "./document";
import { CHECKLIST_ITEM, SHAPES } from "./shapes";
import type { Shape } from "./shapes";
import { testDocument } from "./testing/context";
import { doEverything } from "./testing/everything";

test("[J1] nothing that is done to a document makes a top-level type but the eleven", () => {
  const ctx = testDocument();
  doEverything(ctx);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ctx.doc));
  expect([...copy.share.keys()].toSorted()).toEqual([...ROOTS].toSorted());
  for (const name of ROOTS) {
    const root = rootOf(copy, name);
    expect([name, root._start, root.size > 0]).toEqual([name, null, true]);
  }
});

const nestedKeys = ({ texts, fragments = [], lists = [] }: Shape) => [
  ...texts,
  ...fragments,
  ...lists,
];

/** Every entity of a document by its address, with the types that are nested in it. */
function nestedTypes(doc: Y.Doc): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  const note = (at: string, entity: unknown, shape: Shape) => {
    if (!(entity instanceof Y.Map)) throw new Error(`${at} is no entity`);
    found.set(
      at,
      nestedKeys(shape).map((key) => entity.get(key)),
    );
    const checklist: unknown = entity.get("checklist");
    if (!(checklist instanceof Y.Map)) return;
    for (const [id, item] of checklist.entries())
      note(`${at}/${id}`, item, CHECKLIST_ITEM);
  };
  const noteAll = (root: EntityRoot) => {
    for (const [id, entity] of rootOf(doc, root).entries())
      note(`${root}/${id}`, entity, SHAPES[root]);
  };
  ENTITY_ROOTS.forEach(noteAll);
  return found;
}

test("[J2] an entity has all its nested types after the transaction that made it, and keeps these very ones", () => {
  const ctx = testDocument();
  const made = new Map<string, unknown[]>();
  ctx.doc.on("afterTransaction", () => {
    for (const [at, types] of nestedTypes(ctx.doc)) {
      const isWhole = types.every((type) => type instanceof Y.AbstractType);
      expect([at, isWhole]).toEqual([at, true]);
      const before = made.get(at);
      if (before === undefined) made.set(at, types);
      else types.forEach((type, index) => expect(type).toBe(before[index]));
    }
  });
  doEverything(ctx);
  for (const root of ENTITY_ROOTS)
    expect([...made.keys()].some((at) => at.startsWith(root))).toBe(true);
  expect([...made.keys()].some((at) => at.split("/").length === 3)).toBe(true);
});
