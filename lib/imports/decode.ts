import type { Encoding } from "./contract";
import type { ProblemCollector } from "./problems";

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const REPLACED = "\uFFFD";

/**
 * What Windows-1252 has between 0x80 and 0x9F, by its published table; a blank where it has nothing. Some versions of
 * Node read these bytes as controls, which no text has.
 */
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/**
 * What an accented letter of DOS becomes when it is read as Windows: a quotation mark that opens after a letter, or
 * another mark within a word.
 */
const DOS_LETTER = /(?<=\p{L})(?:[‚„ˆ‹]|[€…†‡‰](?=\p{L}))/gu;

/**
 * The text of a file. A mark at its beginning names the encoding; without one it is UTF-8 where all of it is that, and
 * Windows-1252 otherwise, which is what old spreadsheets write. A file can mix encodings, so what is no character
 * stands as a replacement and is counted, and the rest is read.
 *
 * @param wanted - the encoding, where somebody has said it.
 */
export function decode(
  bytes: Uint8Array,
  problems: ProblemCollector,
  wanted?: Encoding,
): DecodedText {
  const { text: raw, encoding } =
    wanted === undefined
      ? decodeBytes(bytes)
      : { text: textIn(wanted, bytes), encoding: wanted };
  const replaced = occurrences(raw, REPLACED);
  if (replaced > 0) problems.add("replacedCharacters", {}, replaced);
  const nuls = occurrences(raw, "\0");
  if (nuls > 0) problems.add("nul", {}, nuls);
  return {
    // One way to end a line: a carriage return alone or before a line feed means the same.
    text: (nuls > 0 ? raw.replaceAll("\0", "") : raw).replace(/\r\n?/g, "\n"),
    encoding,
  };
}

const isMarked = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => bytes[at] === byte);

function decodeBytes(bytes: Uint8Array): DecodedText {
  for (const [encoding, mark] of marks)
    if (isMarked(bytes, mark))
      return { text: textIn(encoding, bytes), encoding };
  const wide = unmarkedWide(bytes);
  if (wide) return { text: decodeAs(wide, bytes), encoding: wide };
  try {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { text: strict.decode(bytes), encoding: "utf-8" };
  } catch {
    const text = textIn("windows-1252", bytes);
    return { text, encoding: "windows-1252" };
  }
}

/** The text in an encoding, without the mark of it. */
function textIn(encoding: Encoding, bytes: Uint8Array): string {
  const [, mark = []] = marks.find(([known]) => known === encoding) ?? [];
  const isWith = mark.length > 0 && isMarked(bytes, mark);
  const text = decodeAs(encoding, isWith ? bytes.subarray(mark.length) : bytes);
  return encoding === "windows-1252"
    ? text
        .replace(/[\u0080-\u009F]/g, windowsCharacter)
        .replace(DOS_LETTER, REPLACED)
    : text;
}

function windowsCharacter(control: string): string {
  const character = WINDOWS[control.charCodeAt(0) - 0x80] ?? " ";
  return character === " " ? REPLACED : character;
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** UTF-16 without its mark shows in the zeros that Western text has in every second byte. */
function unmarkedWide(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const pairs = Math.min(bytes.length >> 1, 2_000);
  if (pairs < 4) return null;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at++)
    if (bytes[at] === 0) zeros[at % 2]! += 1;
  const [even, odd] = [zeros[0]! / pairs, zeros[1]! / pairs];
  if (odd > 0.7 && even < 0.1) return "utf-16le";
  return even > 0.7 && odd < 0.1 ? "utf-16be" : null;
}

function occurrences(text: string, wanted: string): number {
  let count = 0;
  for (
    let at = text.indexOf(wanted);
    at >= 0;
    at = text.indexOf(wanted, at + 1)
  )
    count += 1;
  return count;
}
