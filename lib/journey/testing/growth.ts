import * as Y from "yjs";

const PER_WRITE = 12;
/** One place in a text that somebody wrote at: structs of its own, and what they part in two. */
const PER_TEXT = 32;

/**
 * I12: how large a document may have become. What a register holds counts once, however often it was written;
 * each write of one adds twelve bytes, and what is typed adds twice itself.
 */
export class Growth {
  private allowed = 0;
  private readonly contents = new Map<string, number>();

  /** Takes down a local transaction and what it encoded to. */
  record(transaction: Y.Transaction, bytes: number): void {
    const registers: string[] = [];
    let isTyped = false;
    for (const [type, keys] of transaction.changed) {
      if (type instanceof Y.Map) {
        const place = placeOf(type);
        for (const key of keys) registers.push(`${place}/${key}`);
      } else if (type instanceof Y.Text || type instanceof Y.XmlFragment) {
        isTyped = true;
        this.allowed += PER_TEXT;
      }
    }
    if (isTyped) this.allowed += 2 * typedIn(transaction);
    this.allowed += PER_WRITE * registers.length;
    for (const name of registers) {
      const held = this.contents.get(name) ?? 0;
      this.contents.set(name, Math.max(held, bytes / registers.length));
    }
  }

  /** What a document may encode to that began with so many bytes. */
  limit(start: number): number {
    let bytes = start + this.allowed;
    for (const content of this.contents.values()) bytes += content;
    return Math.round(bytes);
  }
}

/** How many bytes of text a transaction brought. */
function typedIn({ doc, beforeState }: Y.Transaction): number {
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  let bytes = 0;
  for (const struct of structs.slice(-MAX_STRUCTS)) {
    const isNew = struct.id.clock >= (beforeState.get(doc.clientID) ?? 0);
    if (!isNew || !(struct instanceof Y.Item)) continue;
    if (struct.content instanceof Y.ContentString)
      bytes += Buffer.byteLength(struct.content.str);
  }
  return bytes;
}

/** A line of notes is three. */
const MAX_STRUCTS = 8;

/** One name for a type, the same in every tab. */
function placeOf(type: { readonly _item: Y.Item | null }): string {
  const path: string[] = [];
  let current: { readonly _item: Y.Item | null } | null = type;
  while (current?._item) {
    path.unshift(String(current._item.parentSub));
    const { parent } = current._item as { parent: unknown };
    current = parent instanceof Y.AbstractType ? parent : null;
  }
  return path.join("/");
}
