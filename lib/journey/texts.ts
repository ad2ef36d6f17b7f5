import * as Y from "yjs";
import { refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { entityOf, findRoot } from "./document";
import type {
  CardId,
  ChecklistItemId,
  EntityId,
  LaneId,
  StageId,
  TouchpointId,
} from "./ids";
import { MAX_STRING } from "./limits";
import { trackText } from "./undo";

/** Names one text of the map. */
export type TextRef =
  | { readonly kind: "meta"; readonly field: "title" | "scenario" }
  | {
      readonly kind: "stage";
      readonly id: StageId;
      readonly field: "title" | "description";
    }
  | {
      readonly kind: "touchpoint";
      readonly id: TouchpointId;
      readonly field:
        | "title"
        | "message"
        | "actualMessage"
        | "searchQueries"
        | "inspiration";
    }
  | { readonly kind: "lane"; readonly id: LaneId; readonly field: "title" }
  | { readonly kind: "card"; readonly id: CardId }
  | {
      readonly kind: "checklist";
      readonly touchpointId: TouchpointId;
      readonly id: ChecklistItemId;
    };

/** The Y.Text behind a reference, of a deleted entity too; null if there is none. */
export function textOf(doc: Y.Doc, ref: TextRef): Y.Text | null {
  const held = holderOf(doc, ref)?.get("field" in ref ? ref.field : "text");
  return held instanceof Y.Text ? held : null;
}

function holderOf(doc: Y.Doc, ref: TextRef): Y.Map<unknown> | null {
  switch (ref.kind) {
    case "meta":
      return findRoot(doc, "meta");
    case "stage":
      return entityOf(doc, "stages", ref.id);
    case "touchpoint":
      return entityOf(doc, "touchpoints", ref.id);
    case "lane":
      return entityOf(doc, "lanes", ref.id);
    case "card":
      return entityOf(doc, "cards", ref.id);
    case "checklist": {
      const checklist = entityOf(doc, "touchpoints", ref.touchpointId)?.get(
        "checklist",
      );
      const item: unknown =
        checklist instanceof Y.Map ? checklist.get(ref.id) : null;
      return item instanceof Y.Map ? item : null;
    }
  }
}

/** Which entity a text belongs to, to show where an undo happened. */
export function entityOfText(ref: TextRef): EntityId | null {
  if (ref.kind === "meta") return null;
  return ref.kind === "checklist" ? ref.touchpointId : ref.id;
}

/**
 * Turns a text into another by one deletion and one insertion, so that what others typed outside of
 * the difference survives. Cuts lie on code-point borders: half an emoji would reach others as a blot.
 *
 * @returns whether anything was written.
 */
export function replaceText(
  text: Y.Text,
  next: string,
  origin: unknown,
): boolean {
  const wanted = next.toWellFormed();
  const current = Y.Text.prototype.toString.call(text);
  if (current === wanted) return false;
  const start = commonStart(current, wanted);
  const end = commonEnd(current.slice(start), wanted.slice(start));
  const removed = current.length - start - end;
  const added = wanted.slice(start, wanted.length - end);
  const write = () => {
    if (removed > 0) text.delete(start, removed);
    if (added !== "") text.insert(start, added);
  };
  if (text.doc === null) write();
  else text.doc.transact(write, origin);
  return true;
}

/** Sets a whole text as one undoable command; what goes in is the minimal difference. */
export function setText(
  ctx: CommandContext,
  ref: TextRef,
  next: string,
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  if (next.length > MAX_STRING) return refuse("too_long");
  const text = textOf(ctx.doc, ref);
  if (text === null) return refuse("not_found");
  if (ctx.undo === undefined) {
    replaceText(text, next, ctx.origin);
    return { ok: true };
  }
  const session = trackText(ctx.undo, text, {
    origin: ctx.origin,
    entity: entityOfText(ref),
  });
  replaceText(text, next, ctx.origin);
  // Within a larger transaction the change is seen, and can be kept for undo, only where that ends.
  if (ctx.doc._transaction === null) session.close();
  else ctx.doc.once("afterTransaction", () => session.close());
  return { ok: true };
}

type Delta = readonly {
  readonly insert?: unknown;
  readonly delete?: number;
  readonly retain?: number;
}[];

/** Where a caret stands after a change to its text: what others insert right at it comes behind it. */
export function caretAfter(delta: Delta, caret: number): number {
  let index = 0;
  let moved = caret;
  for (const { insert, delete: removed = 0, retain = 0 } of delta) {
    index += retain;
    if (index >= moved && removed === 0 && retain === 0) return moved;
    if (insert !== undefined) {
      const length = typeof insert === "string" ? insert.length : 1;
      moved += length;
      index += length;
    }
    if (removed > 0) moved -= Math.max(0, Math.min(removed, moved - index));
  }
  return moved;
}

function commonStart(a: string, b: string): number {
  const max = Math.min(a.length, b.length);
  let length = 0;
  while (length < max && a[length] === b[length]) length += 1;
  return splitsPair(a, length) || splitsPair(b, length) ? length - 1 : length;
}

function commonEnd(a: string, b: string): number {
  const max = Math.min(a.length, b.length);
  let length = 0;
  while (length < max && a[a.length - 1 - length] === b[b.length - 1 - length])
    length += 1;
  const splits =
    splitsPair(a, a.length - length) || splitsPair(b, b.length - length);
  return splits ? length - 1 : length;
}

function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return (
    before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
  );
}
