import type * as Y from "yjs";

/** A run of words that both texts have, or only one of them. */
export interface TextPart {
  readonly is: "same" | "removed" | "added";
  readonly text: string;
}

/** Words, runs of blanks, and single signs; by code points, so that no emoji is split. */
const WORDS = /[\p{L}\p{N}\p{M}_]+|\s+|./gsu;

/** Beyond so many differing words the middle counts as replaced: looking closer would cost more than it says. */
const MOST_EDITS = 600;

/** What became of a text, word by word. The parts but the added ones are the old text, but the removed ones the new. */
export function textDifference(before: string, after: string): TextPart[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (
    start < old.length &&
    start < fresh.length &&
    old[start] === fresh[start]
  )
    start += 1;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const middle = [
    old.slice(start, old.length - end),
    fresh.slice(start, fresh.length - end),
  ] as const;
  return joined([
    { is: "same", text: old.slice(0, start).join("") },
    ...(shortestEdit(...middle) ?? replaced(...middle)),
    { is: "same", text: old.slice(old.length - end).join("") },
  ]);
}

/**
 * Turns a text into another word by word, and of a word that changes only the signs that do: what others type between
 * the words, or on at the end of one, stays where it is.
 */
export function rewriteText(text: Y.Text, before: string, after: string): void {
  let index = 0;
  for (const { is, text: words } of bySign(textDifference(before, after))) {
    if (is === "removed") {
      text.delete(index, words.length);
      continue;
    }
    if (is === "added") text.insert(index, words);
    index += words.length;
  }
}

/** Where one run of words takes the place of another, what both begin and end with is the same. */
function bySign(parts: readonly TextPart[]): TextPart[] {
  const finer: TextPart[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const [part, next] = [parts[at]!, parts[at + 1]];
    const isPair = next && part.is !== "same" && next.is !== "same";
    if (!isPair || part.is === next.is) {
      finer.push(part);
      continue;
    }
    finer.push(...shared(part, next));
    at += 1;
  }
  return finer;
}

function shared(one: TextPart, other: TextPart): TextPart[] {
  // By code points, so that no emoji is split.
  const [a, b] = [[...one.text], [...other.text]];
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middleOf = (signs: readonly string[]) =>
    signs.slice(start, signs.length - end).join("");
  const parts: TextPart[] = [
    { is: "same", text: a.slice(0, start).join("") },
    { is: one.is, text: middleOf(a) },
    { is: other.is, text: middleOf(b) },
    { is: "same", text: a.slice(a.length - end).join("") },
  ];
  return parts.filter(({ text }) => text !== "");
}

function wordsOf(text: string): string[] {
  return text.match(WORDS) ?? [];
}

function replaced(
  old: readonly string[],
  fresh: readonly string[],
): TextPart[] {
  return [
    { is: "removed", text: old.join("") },
    { is: "added", text: fresh.join("") },
  ];
}

/** The greedy algorithm of Myers; null where the two have too little in common. */
function shortestEdit(
  old: readonly string[],
  fresh: readonly string[],
): TextPart[] | null {
  const trace: Int32Array[] = [];
  const most = Math.min(old.length + fresh.length, MOST_EDITS);
  let furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(furthest.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = isDown(furthest, { diagonal, edits, middle })
        ? furthest[middle + diagonal + 1]!
        : furthest[middle + diagonal - 1]! + 1;
      while (
        x < old.length &&
        x - diagonal < fresh.length &&
        old[x] === fresh[x - diagonal]
      )
        x += 1;
      furthest[middle + diagonal] = x;
      if (x >= old.length && x - diagonal >= fresh.length)
        return walkBack(trace, { old, fresh, middle });
    }
    furthest = furthest.slice();
  }
  return null;
}

interface Step {
  readonly diagonal: number;
  readonly edits: number;
  readonly middle: number;
}

/** Whether a path comes to a diagonal by an insertion and not by a deletion. */
function isDown(
  furthest: Int32Array,
  { diagonal, edits, middle }: Step,
): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return furthest[middle + diagonal - 1]! < furthest[middle + diagonal + 1]!;
}

function walkBack(
  trace: readonly Int32Array[],
  texts: {
    readonly old: readonly string[];
    readonly fresh: readonly string[];
    readonly middle: number;
  },
): TextPart[] {
  const { old, fresh, middle } = texts;
  const parts: TextPart[] = [];
  let [x, y] = [old.length, fresh.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits]!;
    const diagonal = x - y;
    const isInsertion = isDown(furthest, { diagonal, edits, middle });
    const before = isInsertion ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : furthest[middle + before]!;
    const fromY = edits === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY && old[x - 1] === fresh[y - 1]) {
      x -= 1;
      y -= 1;
      parts.push({ is: "same", text: old[x]! });
    }
    if (edits === 0) break;
    if (isInsertion) parts.push({ is: "added", text: fresh[(y -= 1)]! });
    else parts.push({ is: "removed", text: old[(x -= 1)]! });
  }
  return parts.reverse();
}

/** Neighbours of one kind become one part, removals before additions; blanks between two changes go with them. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  let [removed, added, blanks] = ["", "", ""];
  const flush = () => {
    if (removed !== "") result.push({ is: "removed", text: removed });
    if (added !== "") result.push({ is: "added", text: added });
    if (blanks !== "") pushSame(result, blanks);
    [removed, added, blanks] = ["", "", ""];
  };
  for (const { is, text } of parts) {
    if (text === "") continue;
    const isPending = removed !== "" || added !== "";
    if (is === "same") {
      if (isPending && blanks === "" && text.trim() === "") blanks = text;
      else {
        flush();
        pushSame(result, text);
      }
      continue;
    }
    removed += blanks;
    added += blanks;
    blanks = "";
    if (is === "removed") removed += text;
    else added += text;
  }
  flush();
  return result;
}

function pushSame(parts: TextPart[], text: string): void {
  const last = parts.at(-1);
  if (last?.is === "same")
    parts.splice(-1, 1, { is: "same", text: last.text + text });
  else parts.push({ is: "same", text });
}
