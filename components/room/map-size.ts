import * as Y from "yjs";

/** How much a map takes of what one map may take, in bytes. */
export interface LargeMap {
  readonly bytes: number;
  readonly mostBytes: number;
}

/** As the server told them; one of another build may leave some out. */
type Limits = Readonly<Record<string, number>>;

/** Opening a map has other things to do first, and writing makes it larger by little at a time. */
const lookAfterMs = 10_000;
/** What is told is not told anew for less than this. */
const grainBytes = 100 * 1024;

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

/** Watches how large a map becomes, and says when that is more than it is made for. */
export class MapSize {
  private warningBytes = Infinity;
  private mostBytes = Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private large: LargeMap | null = null;
  /** At the last look, and at most so much more since; nothing is known before the first. */
  private bytes = Infinity;

  /** @param onChange - hears how large it is, and null once it is not large any more. */
  constructor(
    private readonly doc: Y.Doc,
    private readonly onChange: (large: LargeMap | null) => void,
  ) {
    doc.on("update", this.note);
  }

  /** What the server said about it. */
  limit({ mapWarningBytes, mapBytes }: Limits): void {
    this.warningBytes = mapWarningBytes ?? Infinity;
    this.mostBytes = mapBytes ?? Infinity;
    this.lookLater();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.doc.off("update", this.note);
  }

  private readonly note = (update: Uint8Array): void => {
    this.bytes += update.length;
    this.lookLater();
  };

  /** A map that cannot have become large, or small again, is not looked at. */
  private lookLater(): void {
    const mayBeLarge = this.bytes > this.warningBytes;
    if (mayBeLarge || this.large)
      this.timer ??= setTimeout(() => this.look(), lookAfterMs);
  }

  private look(): void {
    this.timer = undefined;
    this.bytes = aboutBytes(this.doc);
    const { bytes, warningBytes, mostBytes } = this;
    const large = bytes > warningBytes ? { bytes, mostBytes } : null;
    if (isAbout(this.large, large)) return;
    this.large = large;
    this.onChange(large);
  }
}

function isAbout(a: LargeMap | null, b: LargeMap | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.mostBytes === b.mostBytes && Math.abs(a.bytes - b.bytes) < grainBytes
  );
}
