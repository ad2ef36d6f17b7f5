import * as Y from "yjs";
import type { RootName } from "./document";
import { findRoot } from "./document";

/** From a top-level type down to one key: `["cards", id, "loc"]`. */
export type RegisterPath = readonly [RootName, ...string[]];

/** The Y.Map that holds the last key of a path; null if something on the way is gone. */
function holderOf(doc: Y.Doc, path: RegisterPath): Y.Map<unknown> | null {
  let holder = findRoot(doc, path[0]);
  for (const key of path.slice(1, -1)) {
    const next: unknown = holder?.get(key);
    holder = next instanceof Y.Map ? next : null;
  }
  return holder;
}

/** The value under a path; undefined if it is not set. */
export function readRegister(doc: Y.Doc, path: RegisterPath): unknown {
  return holderOf(doc, path)?.get(path.at(-1)!);
}

/** Sets the value under a path, or removes it when undefined; does nothing if its holder is gone. */
export function writeRegister(
  doc: Y.Doc,
  path: RegisterPath,
  value: unknown,
): void {
  const holder = holderOf(doc, path);
  if (holder === null) return;
  if (value === undefined) holder.delete(path.at(-1)!);
  else holder.set(path.at(-1)!, value);
}

/** The client that wrote last what a register shows now; null where nobody ever wrote it. */
export function writerOf(doc: Y.Doc, path: RegisterPath): number | null {
  return holderOf(doc, path)?._map.get(path.at(-1)!)?.lastId.client ?? null;
}

/**
 * Names the write that a register shows now: equal tokens mean that nobody wrote in between, while
 * equal values could also be someone else's.
 */
export function tokenOf(doc: Y.Doc, path: RegisterPath): string | null {
  const item = holderOf(doc, path)?._map.get(path.at(-1)!);
  if (item === undefined) return null;
  const { client, clock } = item.lastId;
  return `${client}:${clock}:${item.deleted ? "unset" : "set"}`;
}
