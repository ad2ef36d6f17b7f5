/** A part of what somebody said: words, an address of the web, or somebody who is meant. */
export type Segment =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  | { readonly kind: "mention"; readonly userId: string };

/** Somebody who can be named. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

/** More people are no conversation any more, and each of them may get a mail. */
export const MOST_MENTIONS = 20;

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const mark = new RegExp(`<@(${uuid})>`, "g");
const address = /https?:\/\/[^\s<>"]+/gi;
/** What ends a sentence is no part of an address, and neither is a bracket that was opened before it. */
const tail = /[.,;:!?'’”»)\]}]+$/u;

/** The ids of everybody who is named in a text, each once. */
export const mentionsIn = (body: string): string[] => [
  ...new Set(Array.from(body.matchAll(mark), ([, id = ""]) => id)),
];

function hrefOf(text: string): string | null {
  try {
    const { protocol, href } = new URL(text);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}

/** Without the closing bracket of its own that an address may end in, such as those of an encyclopedia. */
function addressIn(found: string): string {
  const cut = found.replace(tail, "");
  const isBracketed = cut.includes("(") && !cut.includes(")");
  return isBracketed && found.startsWith(`${cut})`) ? `${cut})` : cut;
}

function linked(text: string): Segment[] {
  const segments: Segment[] = [];
  let read = 0;
  for (const found of text.matchAll(address)) {
    const shown = addressIn(found[0]);
    const href = hrefOf(shown);
    if (href === null) continue;
    if (found.index > read)
      segments.push({ kind: "text", text: text.slice(read, found.index) });
    segments.push({ kind: "link", text: shown, href });
    read = found.index + shown.length;
  }
  if (read < text.length)
    segments.push({ kind: "text", text: text.slice(read) });
  return segments;
}

/** A text in its parts. Nothing in it is markup: an address is one only if it begins with http or https. */
export function segmentsOf(body: string): Segment[] {
  const segments: Segment[] = [];
  let read = 0;
  for (const found of body.matchAll(mark)) {
    segments.push(...linked(body.slice(read, found.index)));
    segments.push({ kind: "mention", userId: found[1] ?? "" });
    read = found.index + found[0].length;
  }
  return [...segments, ...linked(body.slice(read))];
}

/** The same as somebody reads it in a line: people by their names. */
export const plainText = (
  body: string,
  nameOf: (userId: string) => string,
): string => body.replaceAll(mark, (_, userId: string) => `@${nameOf(userId)}`);

const escaped = (text: string) =>
  text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/** Turns names that were chosen while writing into the people they stand for; a name that goes on is another one. */
export function withMentions(
  text: string,
  chosen: readonly Mentionable[],
): string {
  const byName = new Map<string, string[]>();
  for (const { id, name } of chosen)
    byName.set(name, [...new Set([...(byName.get(name) ?? []), id])]);
  const names = [...byName.keys()]
    .filter((name) => name !== "")
    .toSorted((one, other) => other.length - one.length);
  if (names.length === 0) return text;
  const said = new RegExp(
    `@(${names.map(escaped).join("|")})(?![\\p{L}\\p{N}])`,
    "gu",
  );
  return text.replaceAll(said, (whole, name: string) => {
    const ids = byName.get(name);
    // Of two people of one name each is meant where they were chosen, in that order.
    const id = ids && ids.length > 1 ? ids.shift() : ids?.[0];
    return id ? `<@${id}>` : whole;
  });
}

/** What is being looked for with an @ that stands before the caret, and where it begins. */
export interface MentionQuery {
  readonly from: number;
  readonly text: string;
}

/** Longer is no beginning of a name. */
const mostLooked = 40;

/** The name that is being written at the caret; null where none is. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from < 0 || before.length - from > mostLooked) return null;
  const looked = before.slice(from + 1);
  const isBeginning = from === 0 || /[\s([{"'„“‘«]/u.test(before[from - 1]!);
  if (!isBeginning || /[\n@]/.test(looked) || looked.startsWith(" "))
    return null;
  return { from, text: looked };
}

const folded = (text: string) =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Those whose name, or a word of it, begins with what was written. */
export function findMentionable(
  people: readonly Mentionable[],
  looked: string,
): Mentionable[] {
  const wanted = folded(looked);
  return people.filter(({ name }) => {
    const known = folded(name);
    return known.startsWith(wanted) || known.includes(` ${wanted}`);
  });
}
