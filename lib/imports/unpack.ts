/** The bytes of a file packed by gzip; null where it is broken, "tooMany" where it grows beyond a limit. */
export async function gunzip(
  bytes: Uint8Array,
  most: number,
): Promise<Uint8Array | "tooMany" | null> {
  // A copy of its own, for a stream takes no bytes of shared memory.
  const packed = new Blob([new Uint8Array(bytes)]).stream();
  const reader = packed
    .pipeThrough(new DecompressionStream("gzip"))
    .getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return "tooMany";
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The list of parts that every such package has. */
const OFFICE = "[Content_Types].xml";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const MOST_COMMENT = 0xffff;

export interface ZipList {
  /** To how many bytes its files unpack. */
  readonly size: number;
  /** Whether it is the package of an office program, and no archive of files. */
  readonly isOffice: boolean;
}

/**
 * What the list of a zip says about its files; null where it has no such list.
 *
 * A list can lie, but only to say less than there is, and then what unpacks it stops at what it says.
 */
export function zipList(bytes: Uint8Array): ZipList | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let [size, isOffice] = [0, false];
  for (let entry = 0; entry < count; entry++) {
    if (at + ENTRY_LENGTH > view.byteLength) return null;
    if (view.getUint32(at, true) !== ENTRY) return null;
    size += view.getUint32(at + 24, true);
    const length = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + length);
    isOffice ||= new TextDecoder().decode(name) === OFFICE;
    at +=
      ENTRY_LENGTH +
      length +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return { size, isOffice };
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  const first = Math.max(0, last - MOST_COMMENT);
  for (let at = last; at >= first; at--)
    if (view.getUint32(at, true) === END) return at;
  return null;
}
