import * as Y from "yjs";
import { refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { entityOf } from "./document";
import type { TouchpointId } from "./ids";
import { MAX_STRING } from "./limits";
import { replaceText } from "./texts";
import { trackText } from "./undo";
import { cleanText } from "./values";

/** Deeper than any editor nests; a document that goes further could overflow the stack. */
const MAX_NESTING = 64;

/** The rich notes of a touchpoint, deleted or not; null if there are none. */
export function notesOf(
  doc: Y.Doc,
  touchpointId: TouchpointId,
): Y.XmlFragment | null {
  const held = entityOf(doc, "touchpoints", touchpointId)?.get("notes");
  return held instanceof Y.XmlFragment ? held : null;
}

/** The words of rich notes, one line for each block. */
export function notesText(notes: Y.XmlFragment): string {
  if (notes.length === 0) return "";
  return cleanText(linesOf(notes, MAX_NESTING).join("\n"));
}

function linesOf(node: Y.XmlFragment, depth: number): string[] {
  const lines: string[] = [];
  let run: string | null = null;
  for (const child of depth > 0 ? node.toArray() : []) {
    if (child instanceof Y.XmlText) {
      run = (run ?? "") + Y.Text.prototype.toString.call(child);
    } else if (
      child instanceof Y.XmlElement &&
      child.nodeName === "hardBreak"
    ) {
      lines.push(run ?? "");
      run = "";
    } else if (child instanceof Y.XmlElement) {
      if (run !== null) lines.push(run);
      run = null;
      lines.push(...linesOf(child, depth - 1));
    }
  }
  if (run !== null || lines.length === 0) lines.push(run ?? "");
  return lines;
}

/** Sets the notes from plain text; blocks whose words stay the same keep their formatting. */
export function setNotesText(
  ctx: CommandContext,
  args: { readonly touchpointId: TouchpointId; readonly text: string },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { touchpointId, text } = args;
  if (text.length > MAX_STRING) return refuse("too_long");
  const notes = notesOf(ctx.doc, touchpointId);
  if (notes === null) return refuse("not_found");
  if (notesText(notes) === cleanText(text)) return { ok: true };
  const { undo, origin } = ctx;
  const session =
    undo && trackText(undo, notes, { origin, entity: touchpointId });
  ctx.doc.transact(() => writeNotes(notes, text, origin), origin);
  session?.close();
  return { ok: true };
}

/** Fills notes that are new, one paragraph for each line. */
export function fillNotes(notes: Y.XmlFragment, text: string): void {
  if (text !== "")
    notes.insert(0, cleanText(text).split("\n").map(newParagraph));
}

function newParagraph(line: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  if (line !== "") paragraph.insert(0, [new Y.XmlText(line)]);
  return paragraph;
}

/** Turns notes into plain text; blocks whose words stay the same are left alone. */
export function writeNotes(
  notes: Y.XmlFragment,
  next: string,
  origin: unknown,
): void {
  const text = cleanText(next);
  const wanted = text === "" ? [] : text.split("\n");
  const blocks = notes
    .toArray()
    .map((block) => ({ block, lines: blockLines(block) }));
  let first = 0;
  let from = 0;
  while (
    first < blocks.length &&
    startsWith(wanted, from, blocks[first]!.lines)
  ) {
    from += blocks[first]!.lines.length;
    first += 1;
  }
  let last = blocks.length;
  let to = wanted.length;
  while (
    last > first &&
    endsWith(wanted.slice(from, to), blocks[last - 1]!.lines)
  ) {
    last -= 1;
    to -= blocks[last]!.lines.length;
  }
  // Paragraphs are written in, not replaced: what others type in them meanwhile stays.
  while (first < last && from < to) {
    const held = plainText(blocks[first]!.block);
    if (held === null) break;
    replaceText(held, wanted[from]!, origin);
    first += 1;
    from += 1;
  }
  if (last > first) notes.delete(first, last - first);
  if (to > from) notes.insert(first, wanted.slice(from, to).map(newParagraph));
}

function blockLines(block: unknown): string[] {
  if (block instanceof Y.XmlText)
    return [cleanText(Y.Text.prototype.toString.call(block))];
  return block instanceof Y.XmlElement
    ? linesOf(block, MAX_NESTING).map(cleanText)
    : [];
}

/** The one text of a paragraph without anything else in it. */
function plainText(block: unknown): Y.Text | null {
  if (!(block instanceof Y.XmlElement) || block.length !== 1) return null;
  const child: unknown = block.get(0);
  return child instanceof Y.XmlText && child.length > 0 ? child : null;
}

function startsWith(
  wanted: readonly string[],
  from: number,
  lines: readonly string[],
): boolean {
  return lines.every((line, index) => wanted[from + index] === line);
}

function endsWith(
  wanted: readonly string[],
  lines: readonly string[],
): boolean {
  const offset = wanted.length - lines.length;
  return (
    offset >= 0 && lines.every((line, index) => wanted[offset + index] === line)
  );
}
