import * as Y from "yjs";
import { findRoot, isEntityRoot } from "./document";
import type { YEntity } from "./document";
import { CHECKLIST_ITEM, SHAPES } from "./shapes";
import type { Shape } from "./shapes";
import type { Touched } from "./tables";

/**
 * Adds the nested types that entities lack, so that nobody has to make one when they first write into it.
 *
 * Only ever run where a document has one writer, on the server: two replicas that add the same nested
 * type lose what one of them puts into it.
 */
export function completeEntities(
  doc: Y.Doc,
  touched: readonly Touched[],
): void {
  for (const { root, key } of touched) {
    const held = findRoot(doc, root);
    if (held === null) continue;
    if (root === "meta") complete(held, SHAPES.meta);
    if (!isEntityRoot(root)) continue;
    const entity: unknown = held.get(key);
    if (entity instanceof Y.Map) complete(entity as YEntity, SHAPES[root]);
  }
}

function complete(entity: YEntity, shape: Shape): void {
  const { texts, fragments = [], lists = [] } = shape;
  const add = (
    keys: readonly string[],
    make: () => Y.AbstractType<unknown>,
  ) => {
    for (const key of keys) if (!entity.has(key)) entity.set(key, make());
  };
  add(texts, () => new Y.Text() as Y.AbstractType<unknown>);
  add(fragments, () => new Y.XmlFragment() as Y.AbstractType<unknown>);
  add(lists, () => new Y.Map() as Y.AbstractType<unknown>);
  for (const key of lists) {
    const list: unknown = entity.get(key);
    if (!(list instanceof Y.Map)) continue;
    for (const item of list.values())
      if (item instanceof Y.Map) complete(item as YEntity, CHECKLIST_ITEM);
  }
}
