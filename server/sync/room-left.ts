import * as Y from "yjs";
import { ENTITY_ROOTS } from "@/lib/journey/document";
import { isId } from "@/lib/journey/ids";

/** Of its whole size a full map keeps so much free, for what is put back after it was deleted. */
const keptFree = 1 / 128;

/** What a transaction changed, as the size of its map needs it. */
interface Change {
  /** Yjs counts letters of texts and values of registers alike. */
  readonly deleted: number;
  readonly inserted: number;
  /** It brings nothing but moves to the trash. */
  readonly isClearing: boolean;
}

/** The encoded size of a document: an upper bound that costs nothing, and the exact one, which costs encoding it. */
export interface Size {
  readonly atMost: number;
  readonly measure: () => number;
}

/**
 * Decides what a map may still take in. Who clears up a full one must be able to, however much it is at once; nothing
 * else may make it grow, however little it is at once. Deleting and then undoing that is no growth, but costs a few
 * bytes: the last of the room is kept for it, and for values that take the place of others.
 */
export class RoomLeft {
  private readonly growsUntil: number;
  /** What was deleted since the map became full, and may come back. */
  private returnable = 0;

  constructor(private readonly maxBytes: number) {
    this.growsUntil = Math.ceil(maxBytes * (1 - keptFree));
  }

  /** Whether what a transaction did fits; to be called while the transaction is at hand. */
  takes(transaction: Y.Transaction, size: Size): boolean {
    if (size.atMost <= this.growsUntil) return this.isRoomy();
    const change = changeOf(transaction);
    this.returnable += change.deleted;
    if (change.isClearing) return true;
    const isReturn = change.inserted <= this.returnable;
    if (!isReturn || size.atMost > this.maxBytes) {
      // The upper bound counts what was deleted since; only now is it worth knowing better.
      const exact = size.measure();
      if (exact <= this.growsUntil) return this.isRoomy();
      if (!isReturn || exact > this.maxBytes) return false;
    }
    this.returnable -= change.inserted;
    return true;
  }

  private isRoomy(): true {
    this.returnable = 0;
    return true;
  }
}

function changeOf(transaction: Y.Transaction): Change {
  let deleted = 0;
  for (const ranges of transaction.deleteSet.clients.values())
    for (const { len } of ranges) deleted += len;
  let inserted = 0;
  let isClearing = true;
  for (const { item, length } of newItems(transaction)) {
    inserted += length;
    isClearing &&= isTrashMark(item);
  }
  return { deleted, inserted, isClearing };
}

/** What a transaction brought and is still there, and how much of it: what follows on one is joined to it. */
function* newItems({
  doc,
  beforeState,
  afterState,
}: Y.Transaction): Generator<{ item: Y.Item; length: number }> {
  for (const [client, end] of afterState) {
    const from = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (!structs || from >= end) continue;
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const item = structs[at];
      if (!(item instanceof Y.Item) || item.deleted) continue;
      const { clock } = item.id;
      yield { item, length: clock + item.length - Math.max(clock, from) };
    }
  }
}

/** The register by which an entity is in the trash, and nothing hidden in it. */
function isTrashMark({ parentSub, parent, content }: Y.Item): boolean {
  if (parentSub !== "del" || !(content instanceof Y.ContentAny)) return false;
  const root = parent instanceof Y.Map ? parent._item?.parent : null;
  const { share } = parent instanceof Y.Map ? (parent.doc ?? {}) : {};
  if (!ENTITY_ROOTS.some((name) => share?.get(name) === root)) return false;
  const [value, ...more] = content.arr as unknown[];
  if (more.length > 0) return false;
  if (typeof value !== "object" || value === null) return false;
  const { by, at, ...rest } = value as Record<string, unknown>;
  const isBare = Object.keys(rest).length === 0;
  return isBare && isId(by) && typeof at === "number";
}
