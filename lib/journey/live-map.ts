import * as Y from "yjs";
import { assemble } from "./assemble";
import { ROOTS } from "./document";
import type { JourneyMap } from "./journey-map";
import { seedAssembly, seedTables } from "./shown-before";
import { readAgain, readTables } from "./tables";
import type { Touched } from "./tables";
import { touchedBy } from "./touched";

/** As if all had been touched. */
const EVERYTHING: readonly Touched[] = ROOTS.map((root) => ({ root, key: "" }));

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
 *
 * @param shown - the map as it was shown before the document came: what is still so keeps the identity that it has there.
 * @param later - does soon what need not be done at once: whoever listens is told then of words that were written here. Who
 *   asks for the map has it with them at any time.
 */
export function createLiveMap(
  doc: Y.Doc,
  shown: JourneyMap | null = null,
  later?: (work: () => void) => void,
): LiveMap {
  const tables = readTables(doc);
  if (shown) seedTables(tables, shown);
  const listeners = new Set<() => void>();
  /** Touched since the map was put together; without a listener nobody needs it before they ask. */
  const pending = new Map<string, Touched>();
  let assembly = assemble(tables);
  let seed = shown && seedAssembly(shown);
  let told = assembly.map;

  const catchUp = (): void => {
    const changed = [...pending.values()].filter((touched) =>
      readAgain(tables, doc, touched),
    );
    pending.clear();
    if (changed.length === 0) return;
    assembly = seed
      ? assemble(tables, seed, EVERYTHING)
      : assemble(tables, assembly, changed);
    seed = null;
  };
  const get = (): JourneyMap => {
    if (pending.size > 0) catchUp();
    return assembly.map;
  };
  const tell = () => {
    if (listeners.size === 0 || get() === told) return;
    told = assembly.map;
    for (const listener of listeners) listener();
  };
  const follow = (transaction: Y.Transaction) => {
    for (const touched of touchedBy(transaction))
      pending.set(`${touched.root}/${touched.key}`, touched);
    if (listeners.size === 0) return;
    if (later && isWriting(transaction)) later(tell);
    else tell();
  };
  doc.on("afterTransaction", follow);

  return {
    get,
    subscribe: (listener) => {
      if (listeners.size === 0) told = get();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      doc.off("afterTransaction", follow);
      listeners.clear();
    },
  };
}

/** Whether nothing but words was written, and here. */
function isWriting({ local, changed }: Y.Transaction): boolean {
  return local && [...changed.keys()].every((type) => type instanceof Y.Text);
}
