import type * as Y from "yjs";
import { addCard, deleteCard } from "@/lib/journey/cards";
import type { CommandContext, RefusalReason } from "@/lib/journey/command";
import type { CardId } from "@/lib/journey/ids";
import { entityOfText, textOf } from "@/lib/journey/texts";
import { createUndoStack, trackText } from "@/lib/journey/undo";
import type { Stroke, TextSession } from "@/lib/journey/undo";
import type { Edit, EditTarget } from "../grid/grid-state";
import { TextBinding } from "../text-editing/text-binding";
import type { MapCaret } from "../text-editing/text-binding";

type NewCard = Extract<EditTarget, { kind: "new-card" }>;

export interface EditSessionOptions {
  readonly ctx: CommandContext;
  readonly edit: Edit;
  /** What the text was when somebody began to write on it, before there was a session; it begins within a composition. */
  readonly since?: string;
  readonly onChange: (value: string, mapCaret: MapCaret) => void;
  /** Whether a card carries something besides its words, so that it may stay without any. */
  readonly carriesMore?: (card: CardId) => boolean;
  /** The map takes no new card. */
  readonly onRefused?: (reason: RefusalReason) => void;
}

/** A thing of the map, and the words that somebody writes into it. */
export interface Written {
  readonly kind: "card" | "stage" | "touchpoint" | "lane";
  readonly id: string;
  readonly words: string;
}

/** One act of writing in one text, from opening the field to leaving it: one entry on the undo stack. */
export class EditSession {
  private binding: TextBinding | null = null;
  private tracker: TextSession | null = null;
  private text: Y.Text | null = null;
  private card: CardId | null = null;
  /** How the card that this session made came to be; it becomes the entry when the session closes. */
  private birth: Stroke | null = null;
  private isOpen = true;
  private isComposing = false;

  constructor(private readonly options: EditSessionOptions) {
    const { target } = options.edit;
    if (target.kind === "text") {
      this.card = target.ref.kind === "card" ? target.ref.id : null;
      const { since, edit } = options;
      this.open(textOf(options.ctx.doc, target.ref), edit.replace, since);
    }
  }

  /** What this session wrote into, and the words there now; null while there are none. */
  get written(): Written | null {
    const { target } = this.options.edit;
    const words = this.value.trim();
    if (words === "") return null;
    if (this.card) return { kind: "card", id: this.card, words };
    const ref = target.kind === "text" ? target.ref : null;
    return ref?.kind === "stage" ||
      ref?.kind === "touchpoint" ||
      ref?.kind === "lane"
      ? { kind: ref.kind, id: ref.id, words }
      : null;
  }

  get value(): string {
    return this.binding?.value ?? "";
  }

  input(next: string, caret: number): void {
    const { target } = this.options.edit;
    if (this.binding) this.binding.input(next, caret);
    else if (target.kind === "new-card" && next !== "" && !this.isComposing)
      this.create(target, next);
  }

  startComposition(): void {
    this.isComposing = true;
    this.binding?.startComposition();
  }

  endComposition(next: string, caret: number): void {
    this.isComposing = false;
    if (this.binding) this.binding.endComposition(next, caret);
    else this.input(next, caret);
  }

  undo(): void {
    this.tracker?.undo();
  }

  redo(): void {
    this.tracker?.redo();
  }

  /** Takes back what was typed here; what colleagues typed meanwhile stays. */
  revert(): void {
    this.tracker?.revert();
    if (this.birth) this.dropCard(null);
    this.birth = null;
    this.card = null;
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.binding?.destroy();
    this.tracker?.close();
    const isBlank = (this.text?.toString() ?? "").trim() === "";
    if (this.birth) {
      if (isBlank) this.dropCard(null);
      else this.options.ctx.undo?.push(this.birth);
    } else if (isBlank && this.card && !this.options.carriesMore?.(this.card)) {
      this.dropCard(this.options.ctx.undo ?? null);
    }
  }

  private create(target: NewCard, text: string): void {
    const { ctx } = this.options;
    const push = (stroke: Stroke) => {
      this.birth = stroke;
    };
    const undo = { ...createUndoStack(), push };
    const { laneId, columnId, before, cardId } = target;
    const made = addCard(
      { ...ctx, undo },
      { laneId, columnId, before, text, id: cardId },
    );
    if (!made.ok) {
      this.options.onRefused?.(made.reason);
      return;
    }
    this.card = made.cardId;
    this.open(textOf(ctx.doc, { kind: "card", id: made.cardId }), false);
  }

  private open(text: Y.Text | null, replace: boolean, since?: string): void {
    if (!text) return;
    const { ctx, onChange, edit } = this.options;
    const { origin } = ctx;
    this.text = text;
    this.binding = new TextBinding({ text, origin, replace, since, onChange });
    const entity =
      edit.target.kind === "text" ? entityOfText(edit.target.ref) : this.card;
    // The words of a new card are undone with the card, so they are no entry of their own.
    const stack = this.birth || !ctx.undo ? createUndoStack() : ctx.undo;
    this.tracker = trackText(stack, text, { origin, entity });
  }

  private dropCard(undo: CommandContext["undo"] | null): void {
    if (this.card)
      deleteCard(
        { ...this.options.ctx, undo: undo ?? undefined },
        { cardId: this.card },
      );
  }
}
