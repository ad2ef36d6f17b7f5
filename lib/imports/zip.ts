import { strFromU8 } from "fflate";
import { unpack } from "./unpack";

/** One file in a zip, as its list tells it. */
export interface ZipEntry {
  /** With its folders. */
  readonly name: string;
  /** As they lie in the zip. */
  readonly bytes: Uint8Array;
  readonly isPacked: boolean;
  /** To how many bytes it unpacks, by what the list says. */
  readonly size: number;
}

const END = { mark: 0x06054b50, length: 22 } as const;
const LOCATOR = { mark: 0x07064b50, length: 20 } as const;
const WIDE_END = { mark: 0x06064b50, length: 56 } as const;
const ENTRY = { mark: 0x02014b50, length: 46 } as const;
const FILE = { mark: 0x04034b50, length: 30 } as const;

const MOST_COMMENT = 0xffff;
/** What a field of four bytes holds where its number stands elsewhere, in one of eight. */
const WIDE = 0xffff_ffff;
/** No workbook and no export has as many files. */
const MOST_ENTRIES = 10_000;

const STORED = 0;
const DEFLATED = 8;

/**
 * The files that the list of a zip names; null where the list is broken.
 *
 * Whoever wants to fill the memory of a reader makes a zip that says two things about itself, or lets many names share
 * the same packed bytes. So nothing may be said in two ways, no name may come twice, and no file may lie over another.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const list = listOf(view);
    return list && entriesOf(bytes, view, list);
  } catch (error) {
    // A number in it leads beyond its end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Where the list begins and ends, and how many files it has. */
interface List {
  readonly at: number;
  readonly end: number;
  readonly count: number;
}

function listOf(view: DataView): List | null {
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 8, true);
  const at = view.getUint32(end + 16, true);
  if (view.getUint16(end + 10, true) !== count || count > MOST_ENTRIES)
    return null;
  const list = { at, end, count };
  return at <= end && isSaidOnce(view, list) ? list : null;
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END.length;
  const first = Math.max(0, last - MOST_COMMENT);
  for (let at = last; at >= first; at--)
    if (view.getUint32(at, true) === END.mark) return at;
  return null;
}

/** Some programs write the end a second time for large files. Where that says something else, readers differ. */
function isSaidOnce(view: DataView, { at, end, count }: List): boolean {
  const locator = end - LOCATOR.length;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR.mark)
    return true;
  const wide = wideNumber(view, locator + 8);
  return (
    wide + WIDE_END.length <= locator &&
    view.getUint32(wide, true) === WIDE_END.mark &&
    wideNumber(view, wide + 24) === count &&
    wideNumber(view, wide + 32) === count &&
    wideNumber(view, wide + 48) === at
  );
}

function wideNumber(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function entriesOf(
  bytes: Uint8Array,
  view: DataView,
  { at: start, end, count }: List,
): ZipEntry[] | null {
  const entries = new Map<string, ZipEntry>();
  const places: { from: number; to: number }[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY.length > end || view.getUint32(at, true) !== ENTRY.mark)
      return null;
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const isEncrypted = (flags & 1) === 1;
    if (isEncrypted || (method !== STORED && method !== DEFLATED)) return null;
    const names = at + ENTRY.length;
    const more = names + view.getUint16(at + 28, true);
    const next = more + view.getUint16(at + 30, true);
    const numbers = numbersOf(view, at, { from: more, to: next });
    if (next > end || numbers === null) return null;
    const { size, packed, from } = numbers;
    const data = dataFrom(view, from);
    const isHere = data !== null && data + packed <= start;
    const isUtf8 = (flags & 2048) !== 0;
    const name = strFromU8(bytes.subarray(names, more), !isUtf8);
    if (!isHere || entries.has(name)) return null;
    places.push({ from, to: data + packed });
    entries.set(name, {
      name,
      bytes: bytes.subarray(data, data + packed),
      isPacked: method === DEFLATED,
      size,
    });
    at = next + view.getUint16(at + 32, true);
  }
  places.sort((a, b) => a.from - b.from);
  const isOver = places.some(
    ({ from }, index) => index > 0 && from < places[index - 1]!.to,
  );
  return isOver ? null : [...entries.values()];
}

/** Sizes and place of a file. Programs that write while they count give each eight bytes, after the name. */
function numbersOf(
  view: DataView,
  entry: number,
  more: { from: number; to: number },
): { size: number; packed: number; from: number } | null {
  const plain = [24, 20, 42].map((at) => view.getUint32(entry + at, true));
  let wideAt: number | null = null;
  for (let at = more.from; at + 4 <= more.to;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) wideAt ??= at + 4;
    at += 4 + length;
  }
  const read: number[] = [];
  for (const number of plain) {
    if (number !== WIDE) {
      read.push(number);
      continue;
    }
    if (wideAt === null || wideAt + 8 > more.to) return null;
    read.push(wideNumber(view, wideAt));
    wideAt += 8;
  }
  const [size, packed, from] = read;
  return { size: size!, packed: packed!, from: from! };
}

/** Where the bytes of a file begin, after what stands before them once more. */
function dataFrom(view: DataView, at: number): number | null {
  if (at + FILE.length > view.byteLength) return null;
  if (view.getUint32(at, true) !== FILE.mark) return null;
  const names = view.getUint16(at + 26, true);
  return at + FILE.length + names + view.getUint16(at + 28, true);
}

/**
 * Unpacks files of a zip, one after the other. All of them together may not become more than a limit: not by what the
 * list says, and not by what they are.
 *
 * @returns null where one is broken, or is not as long as the list says.
 */
export async function unzip(
  entries: readonly ZipEntry[],
  most: number,
): Promise<Map<string, Uint8Array> | "tooMany" | null> {
  const said = entries.reduce((sum, { size }) => sum + size, 0);
  if (said > most) return "tooMany";
  const files = new Map<string, Uint8Array>();
  for (const { name, bytes, isPacked, size } of entries) {
    const file = isPacked ? await unpack(bytes, "deflate-raw", size) : bytes;
    if (file === null || file === "tooMany" || file.length !== size)
      return null;
    files.set(name, file);
  }
  return files;
}
