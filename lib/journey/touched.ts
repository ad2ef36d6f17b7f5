import type * as Y from "yjs";
import { ROOTS } from "./document";
import type { RootName } from "./document";
import type { Touched } from "./tables";

/** Any shared type, whatever events it has. */
interface YNode {
  readonly _item: Y.Item | null;
}

/** Where a changed type lies: below a top-level type, the keys on the way to it, and which of its own changed. */
export interface ChangedType {
  readonly root: RootName;
  readonly path: readonly string[];
  readonly type: YNode & { readonly _map: ReadonlyMap<string, Y.Item> };
  readonly keys: ReadonlySet<string | null>;
}

/** Which entities and keys of the top-level types a transaction changed, however deep inside them. */
export function touchedBy(transaction: Y.Transaction): Touched[] {
  const found = new Map<string, Touched>();
  for (const { root, path, keys } of changedTypes(transaction)) {
    for (const key of path[0] === undefined ? keys : [path[0]]) {
      const touched = { root, key: root === "meta" ? "" : (key ?? "") };
      found.set(`${root}/${touched.key}`, touched);
    }
  }
  return [...found.values()];
}

/** The types that a transaction changed, with their places; those under unknown names are left out. */
export function* changedTypes(
  transaction: Y.Transaction,
): Generator<ChangedType> {
  for (const [type, keys] of transaction.changed) {
    const path: string[] = [];
    let current: YNode = type;
    while (current._item !== null) {
      const { parent, parentSub } = current._item;
      path.unshift(parentSub ?? "");
      if (parent === null || !("_item" in parent)) break;
      current = parent;
    }
    const root = ROOTS.find(
      (name) => transaction.doc.share.get(name) === current,
    );
    if (root !== undefined) yield { root, path, type, keys };
  }
}
