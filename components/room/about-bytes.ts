import * as Y from "yjs";

/** Of what an encoded document is made of, as far as it is the same everywhere. */
const bytesOf = { id: 7, item: 2, gone: 3, client: 9, number: 5, entry: 2 };

/** About as many bytes as a document has when it is encoded: that would take twice as long, and as much memory. */
export function aboutBytes(doc: Y.Doc): number {
  let bytes = 0;
  let wasGone = false;
  for (const structs of doc.store.clients.values()) {
    bytes += bytesOf.client;
    for (const struct of structs) {
      const isItem = struct instanceof Y.Item;
      bytes += isItem ? itemBytes(struct) : bytesOf.gone;
      // Neighbours that are deleted are named together.
      if (struct.deleted && !wasGone) bytes += bytesOf.number;
      wasGone = struct.deleted;
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
