import type * as Y from "yjs";
import { assemble } from "./assemble";
import type { JourneyMap } from "./journey-map";
import { readAgain, readTables } from "./tables";
import type { Touched } from "./tables";
import { touchedBy } from "./touched";

export interface LiveMap {
  /** The map as it is now; the same object until something in it changes. */
  readonly get: () => JourneyMap;
  readonly subscribe: (listener: () => void) => () => void;
  readonly destroy: () => void;
}

/**
 * Follows a document. Always deeply equal to `resolve`, but only what a transaction touched is read
 * again, and whatever did not change keeps its identity: stage, touchpoint, lane, card, cell, curve.
 */
export function createLiveMap(doc: Y.Doc): LiveMap {
  const tables = readTables(doc);
  const listeners = new Set<() => void>();
  let assembly = assemble(tables);

  const follow = (transaction: Y.Transaction) => {
    const changed: Touched[] = touchedBy(transaction).filter((touched) =>
      readAgain(tables, doc, touched),
    );
    if (changed.length === 0) return;
    const before = assembly.map;
    assembly = assemble(tables, assembly, changed);
    if (assembly.map !== before) for (const listener of listeners) listener();
  };
  doc.on("afterTransaction", follow);

  return {
    get: () => assembly.map,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      doc.off("afterTransaction", follow);
      listeners.clear();
    },
  };
}
