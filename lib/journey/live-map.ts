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
 * While nobody listens, reading waits until the map is asked for.
 */
export function createLiveMap(doc: Y.Doc): LiveMap {
  const tables = readTables(doc);
  const listeners = new Set<() => void>();
  /** Touched since the map was put together; without a listener nobody needs it before they ask. */
  const pending = new Map<string, Touched>();
  let assembly = assemble(tables);

  const catchUp = (): boolean => {
    const changed = [...pending.values()].filter((touched) =>
      readAgain(tables, doc, touched),
    );
    pending.clear();
    if (changed.length === 0) return false;
    const before = assembly.map;
    assembly = assemble(tables, assembly, changed);
    return assembly.map !== before;
  };
  const follow = (transaction: Y.Transaction) => {
    for (const touched of touchedBy(transaction))
      pending.set(`${touched.root}/${touched.key}`, touched);
    if (listeners.size > 0 && catchUp())
      for (const listener of listeners) listener();
  };
  doc.on("afterTransaction", follow);

  return {
    get: () => {
      if (pending.size > 0) catchUp();
      return assembly.map;
    },
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
