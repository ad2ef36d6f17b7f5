import { ROOTS } from "@/lib/journey/document";
import { MAX_DEPTH } from "@/lib/journey/limits";

/** `malformed`: no Yjs update. The others are updates that no journey can hold. */
export type GuardVerdict =
  | "ok"
  | "malformed"
  | "too_many_clients"
  | "unknown_root"
  | "forbidden_content"
  | "forbidden_key"
  | "too_deep";

class Unacceptable extends Error {
  constructor(readonly verdict: Exclude<GuardVerdict, "ok">) {
    super(verdict);
  }
}

const maxLength = 2 ** 31;
const roots: ReadonlySet<string> = new Set(ROOTS);
const longestRoot = Math.max(...ROOTS.map((name) => name.length));
/** Set as a key of a plain object, these change what the object is. */
const forbiddenKeys: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "prototype",
]);
const longestForbidden = 11;

// What an item is made of, from the wire format of Yjs (V1): the low five bits of its first byte.
const content = {
  gc: 0,
  deleted: 1,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  skip: 10,
} as const;
const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasParentSub = 0x20;
// Map, text, XML element, XML fragment, XML text. Arrays and hooks are in no journey.
const allowedTypes: ReadonlySet<number> = new Set([1, 2, 3, 4, 6]);
const xmlElement = 3;

/** Walks an update byte by byte. It holds a position and nothing else, whatever the update claims to hold. */
class Walk {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  update(maxClients: number): void {
    const clients = this.uint();
    if (clients > maxClients) throw new Unacceptable("too_many_clients");
    for (let client = 0; client < clients; client++) {
      const structs = this.uint();
      this.uint();
      this.uint();
      for (let struct = 0; struct < structs; struct++) this.struct();
    }
    this.deleteSet();
    if (this.at !== this.bytes.length) throw new Unacceptable("malformed");
  }

  private deleteSet(): void {
    const clients = this.uint();
    for (let client = 0; client < clients; client++) {
      this.uint();
      const ranges = this.uint();
      for (let range = 0; range < ranges; range++) {
        this.uint();
        this.length();
      }
    }
  }

  private struct(): void {
    const info = this.byte();
    const kind = info & 0x1f;
    if (kind === content.gc || info === content.skip) return this.length();
    if ((info & hasOrigin) !== 0) this.id();
    if ((info & hasRightOrigin) !== 0) this.id();
    if ((info & (hasOrigin | hasRightOrigin)) === 0) this.parent(info);
    this.content(kind);
  }

  private parent(info: number): void {
    if (this.uint() === 1) this.root();
    else this.id();
    if ((info & hasParentSub) !== 0) this.key();
  }

  private content(kind: number): void {
    switch (kind) {
      case content.deleted:
        return this.length();
      case content.string:
      case content.embed:
        return this.text();
      case content.format:
        this.key();
        return this.text();
      case content.type:
        return this.type();
      case content.any: {
        const values = this.uint();
        for (let value = 0; value < values; value++) this.value(1);
        return;
      }
      default:
        // Binary, sub-documents, and the JSON that Yjs wrote years ago.
        throw new Unacceptable("forbidden_content");
    }
  }

  private type(): void {
    const type = this.uint();
    if (!allowedTypes.has(type)) throw new Unacceptable("forbidden_content");
    if (type === xmlElement) this.key();
  }

  /** A value in the encoding of lib0 `any`; the tag counts down from 127. */
  private value(depth: number): void {
    if (depth > MAX_DEPTH) throw new Unacceptable("too_deep");
    switch (this.byte()) {
      case 127: // undefined
      case 126: // null
      case 121: // false
      case 120: // true
        return;
      case 125:
        return this.int();
      case 124:
        return this.skip(4);
      case 123:
        return this.skip(8);
      case 119:
        return this.text();
      case 118: {
        const entries = this.uint();
        for (let entry = 0; entry < entries; entry++) {
          this.key();
          this.value(depth + 1);
        }
        return;
      }
      case 117: {
        const values = this.uint();
        for (let value = 0; value < values; value++) this.value(depth + 1);
        return;
      }
      default:
        throw new Unacceptable("forbidden_content");
    }
  }

  private root(): void {
    const name = this.shortText(longestRoot);
    if (name === null || !roots.has(name))
      throw new Unacceptable("unknown_root");
  }

  private key(): void {
    const key = this.shortText(longestForbidden);
    if (key !== null && forbiddenKeys.has(key))
      throw new Unacceptable("forbidden_key");
  }

  /** Steps over a string and returns it if it has at most so many bytes, else null. */
  private shortText(maxBytes: number): string | null {
    const length = this.uint();
    const from = this.at;
    this.skip(length);
    if (length > maxBytes) return null;
    return String.fromCharCode(...this.bytes.subarray(from, this.at));
  }

  private text(): void {
    this.skip(this.uint());
  }

  private id(): void {
    this.uint();
    this.uint();
  }

  private length(): void {
    if (this.uint() > maxLength) throw new Unacceptable("malformed");
  }

  private skip(count: number): void {
    if (count > this.bytes.length - this.at)
      throw new Unacceptable("malformed");
    this.at += count;
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Unacceptable("malformed");
    return byte;
  }

  private uint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new Unacceptable("malformed");
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }

  /** A signed number; its first byte holds six bits. */
  private int(): void {
    if (this.byte() < 0x80) return;
    for (let bytes = 1; this.byte() >= 0x80; bytes++) {
      if (bytes > 8) throw new Unacceptable("malformed");
    }
  }
}

/**
 * Looks through an update before anything decodes it. Decoders believe the counts that an update declares:
 * seven bytes cost them a quarter of a second and two hundred megabytes.
 */
export function guardUpdate(
  update: Uint8Array,
  maxClients: number,
): GuardVerdict {
  try {
    new Walk(update).update(maxClients);
    return "ok";
  } catch (error) {
    if (error instanceof Unacceptable) return error.verdict;
    throw error;
  }
}
