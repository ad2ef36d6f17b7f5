import * as Y from "yjs";
import { findRoot, ROOTS } from "./document";

const copyOf = (value: unknown): unknown =>
  value instanceof Y.AbstractType ? value.clone() : value;

/**
 * Writes a map anew into a document of its own, with the trash and all that its texts hold. What it was before is
 * not in it: that is the only way in which a document becomes smaller.
 */
export function renewDocument(old: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const name of ROOTS) {
      const root = doc.getMap<unknown>(name);
      const entries = [...(findRoot(old, name)?.entries() ?? [])];
      for (const [key, value] of entries) root.set(key, copyOf(value));
    }
  });
  return doc;
}
