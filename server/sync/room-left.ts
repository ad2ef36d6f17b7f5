import * as Y from "yjs";
import { ENTITY_ROOTS } from "@/lib/journey/document";
import { isId } from "@/lib/journey/ids";

/** Of its whole size a full map keeps so much free, for what is put back after it was deleted. */
const keptFree = 1 / 128;
/** Marks of the trash cost bytes too. So much beyond its size is room for those of every card, and no more. */
const clearingShare = 1 / 4;
const bytesOfMarks = 5_000 * 100;

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
  private readonly clearsUntil: number;
  /** What was deleted since the map became full, and may come back. */
  private returnable = 0;

  /** How large it may be when values take the place of others; one that was larger already is cleared up and worked on. */
  private readonly holdsUntil: number;

  /** @param bytes - of the document as it was opened, at most. */
  constructor(maxBytes: number, bytes: number) {
    this.growsUntil = Math.ceil(maxBytes * (1 - keptFree));
    this.holdsUntil = bytes > maxBytes ? bytes + bytesOfMarks : maxBytes;
    const most = Math.max(maxBytes * (1 + clearingShare), bytes);
    this.clearsUntil = most + bytesOfMarks;
  }

  /** Whether what a transaction did fits; to be called while the transaction is at hand. */
  takes(transaction: Y.Transaction, size: Size): boolean {
    if (size.atMost <= this.growsUntil) return this.isRoomy();
    const change = changeOf(transaction);
    const returnable = this.returnable + change.deleted;
    // Deleting and undoing it for ever leaves something behind each time.
    const mayClear =
      size.atMost <= this.clearsUntil || size.measure() <= this.clearsUntil;
    if (change.isClearing && mayClear) {
      this.returnable = returnable;
      return true;
    }
    const isReturn = change.inserted <= returnable;
    if (!isReturn || size.atMost > this.holdsUntil) {
      // The upper bound counts what was deleted since; only now is it worth knowing better.
      const exact = size.measure();
      if (exact <= this.growsUntil) return this.isRoomy();
      if (!isReturn || exact > this.holdsUntil) return false;
    }
    this.returnable = returnable - change.inserted;
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
  if (!(parent instanceof Y.Map)) return false;
  if (!isEntity(parent) && !isOfChecklist(parent)) return false;
  const [value, ...more] = content.arr as unknown[];
  if (more.length > 0) return false;
  if (typeof value !== "object" || value === null) return false;
  const { by, at, ...rest } = value as Record<string, unknown>;
  const isBare = Object.keys(rest).length === 0;
  return isBare && isId(by) && typeof at === "number";
}

function isEntity(map: Y.Map<unknown>): boolean {
  const root = map._item?.parent;
  return ENTITY_ROOTS.some((name) => map.doc?.share.get(name) === root);
}

/** A check question is marked as an entity is, in a list of its touchpoint. */
function isOfChecklist(map: Y.Map<unknown>): boolean {
  const list = map._item?.parent;
  if (!(list instanceof Y.Map) || list._item?.parentSub !== "checklist")
    return false;
  const { parent } = list._item;
  return parent instanceof Y.Map && isEntity(parent);
}
