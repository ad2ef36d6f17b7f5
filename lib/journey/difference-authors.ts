import * as Y from "yjs";
import { ROOTS } from "./document";
import type { RootName } from "./document";

/** One entity that an update changed, and which of its fields. */
export interface Touch {
  readonly root: RootName;
  /** The entity; empty for what the map says of itself. */
  readonly id: string;
  readonly field: string;
}

interface Holder {
  readonly _item: Y.Item | null;
}

/**
 * Which entities an update of this document changed. The document may hold later changes too: what an update
 * brought or deleted still says where it stands.
 */
export function touchesOf(doc: Y.Doc, update: Uint8Array): Touch[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const found = new Map<string, Touch>();
  const note = (client: number, clock: number, length: number) => {
    for (const item of itemsIn(doc, client, [clock, length])) {
      const touch = touchAt(doc, item);
      if (touch) found.set(`${touch.root}/${touch.id}/${touch.field}`, touch);
    }
  };
  for (const { id, length } of structs) note(id.client, id.clock, length);
  for (const [client, deletions] of ds.clients)
    for (const { clock, len } of deletions) note(client, clock, len);
  return [...found.values()];
}

function* itemsIn(
  doc: Y.Doc,
  client: number,
  [clock, length]: readonly [clock: number, length: number],
): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? [];
  if (clock >= Y.getState(doc.store, client)) return;
  const end = clock + length;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at]!;
    if (struct.id.clock >= end) return;
    if (struct instanceof Y.Item) yield struct;
  }
}

/** Sets are keyed by touchpoint: what changes in them is a field of it. */
const SETS: ReadonlySet<RootName> = new Set(["channels", "owners", "emotions"]);

function touchAt(doc: Y.Doc, item: Y.Item): Touch | null {
  const path: string[] = [];
  let current: Y.Item = item;
  for (;;) {
    path.unshift(current.parentSub ?? "");
    const parent = current.parent as Holder | null;
    if (parent === null || !("_item" in parent)) return null;
    if (parent._item === null) return touchIn(rootNameOf(doc, parent), path);
    current = parent._item;
  }
}

function rootNameOf(doc: Y.Doc, type: Holder): RootName | null {
  return ROOTS.find((name) => doc.share.get(name) === type) ?? null;
}

function touchIn(
  root: RootName | null,
  [key = "", field = ""]: readonly string[],
): Touch | null {
  if (root === null) return null;
  if (root === "meta") return { root, id: "", field: key };
  if (SETS.has(root))
    return { root: "touchpoints", id: key.split(":")[0] ?? "", field: root };
  return { root, id: key, field };
}
