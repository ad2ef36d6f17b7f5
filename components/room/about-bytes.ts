import * as Y from "yjs";

/** Of what an encoded document is made of, as far as it is the same everywhere. */
const bytesOf = { id: 7, item: 2, gone: 3, client: 9, number: 5, entry: 2 };

/** So many parts of a document are weighed at once; then the browser may draw. */
const atOnce = 1_000;

/**
 * About as many bytes as a document has when it is encoded: that would take twice as long, and as much memory. It yields
 * where there may be a pause; what is written in one is weighed or not.
 */
export function* aboutBytes(doc: Y.Doc): Generator<void, number> {
  let bytes = 0;
  let wasGone = false;
  let count = 0;
  for (const structs of doc.store.clients.values()) {
    bytes += bytesOf.client;
    for (const struct of structs) {
      const isItem = struct instanceof Y.Item;
      bytes += isItem ? itemBytes(struct) : bytesOf.gone;
      // Neighbours that are deleted are named together.
      if (struct.deleted && !wasGone) bytes += bytesOf.number;
      wasGone = struct.deleted;
      count += 1;
      if (count % atOnce === 0) yield;
    }
  }
  return bytes;
}

function itemBytes(item: Y.Item): number {
  let bytes = bytesOf.item + contentBytes(item.content);
  if (item.origin) bytes += bytesOf.id;
  if (item.rightOrigin) bytes += bytesOf.id;
  if (item.origin ?? item.rightOrigin) return bytes;
  // Only the first of its kind says where it is.
  const parent = item.parent instanceof Y.AbstractType ? item.parent : null;
  bytes += parent?._item ? bytesOf.id : bytesOf.number;
  return bytes + (item.parentSub?.length ?? 0);
}

function contentBytes(content: Y.Item["content"]): number {
  if (content instanceof Y.ContentString) return content.str.length;
  if (content instanceof Y.ContentAny) return valueBytes(content.arr);
  return bytesOf.entry;
}

function valueBytes(value: unknown): number {
  if (typeof value === "string") return value.length + bytesOf.entry;
  if (typeof value !== "object" || value === null) return bytesOf.number;
  let bytes = bytesOf.entry;
  for (const [name, part] of Object.entries(value))
    bytes += valueBytes(part) + (Array.isArray(value) ? 0 : name.length + 1);
  return bytes;
}
