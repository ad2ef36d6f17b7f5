import * as Y from "yjs";
import { isSameJson } from "@/lib/journey/plain";

/** A surrogate pair that was taken apart, which says nothing about what was there. */
const torn = "\uFFFD";

const isSameText = (a: string, b: string) =>
  a === b || a.includes(torn) || b.includes(torn);

/** Whether two items say the same where they overlap, beginning at so many of each. */
function isSameContent(
  { content: a }: Y.Item,
  { content: b }: Y.Item,
  [fromA, fromB]: readonly [number, number],
): boolean {
  if (a instanceof Y.ContentString && b instanceof Y.ContentString) {
    const length = Math.min(a.str.length - fromA, b.str.length - fromB);
    const part = ({ str }: Y.ContentString, from: number) =>
      str.slice(from, from + length);
    return isSameText(part(a, fromA), part(b, fromB));
  }
  if (a instanceof Y.ContentAny && b instanceof Y.ContentAny) {
    const length = Math.min(a.arr.length - fromA, b.arr.length - fromB);
    const part = ({ arr }: Y.ContentAny, from: number) =>
      arr.slice(from, from + length);
    return isSameJson(part(a, fromA), part(b, fromB));
  }
  return a.constructor === b.constructor;
}

/** Whether an item stands in the same place, as far as both say where they stand. */
function isSamePlace(item: Y.Item, known: Y.Item): boolean {
  if (item.id.clock !== known.id.clock) return true;
  if (!Y.compareIDs(item.origin, known.origin)) return false;
  const isFirst = item.origin === null && item.rightOrigin === null;
  return !isFirst || item.parentSub === known.parentSub;
}

/**
 * Whether a struct says something else than what the document has under the same clocks: two clients took one
 * id. Yjs takes the second for a repetition, and its author would differ from everybody for ever.
 */
export function contradicts(doc: Y.Doc, struct: Y.Item | Y.GC): boolean {
  if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted)
    return false;
  const { client, clock } = struct.id;
  const end = Math.min(Y.getState(doc.store, client), clock + struct.length);
  for (let at = clock; at < end;) {
    // The declared type leaves out that collected structs come back as well.
    const known: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, at));
    if (known instanceof Y.Item && !known.deleted) {
      const from = [at - clock, at - known.id.clock] as const;
      if (!isSamePlace(struct, known) || !isSameContent(struct, known, from))
        return true;
    }
    at = known.id.clock + known.length;
  }
  return false;
}
