import type * as Y from "yjs";
import { ROOTS } from "./document";
import type { RootName } from "./document";
import type { Touched } from "./tables";

/** Which entities and keys of the top-level types a transaction changed, however deep inside them. */
export function touchedBy(transaction: Y.Transaction): Touched[] {
  const found = new Map<string, Touched>();
  for (const [type, keys] of transaction.changed) {
    const place = placeOf(transaction.doc, type);
    if (place === null) continue;
    const { root } = place;
    const inside = place.key === null ? keys : [place.key];
    for (const key of inside) {
      const touched = { root, key: root === "meta" ? "" : (key ?? "") };
      found.set(`${root}/${touched.key}`, touched);
    }
  }
  return [...found.values()];
}

/** Any shared type, whatever events it has. */
interface YNode {
  readonly _item: Y.Item | null;
}

/** The top-level type above a type, and the key of it under which the type lies; null for an unknown one. */
function placeOf(
  doc: Y.Doc,
  type: YNode,
): { readonly root: RootName; readonly key: string | null } | null {
  let current = type;
  let key: string | null = null;
  while (current._item !== null) {
    key = current._item.parentSub;
    const { parent } = current._item;
    if (parent === null || !("_item" in parent)) return null;
    current = parent;
  }
  const root = ROOTS.find((name) => doc.share.get(name) === current);
  return root === undefined ? null : { root, key };
}
