import type * as Y from "yjs";
import { spliceOf, type Splice } from "@/components/map/text-editing/splice";
import type { FieldBinding, MapCaret } from "@/components/room/bound-field";
import { notesText } from "@/lib/journey/notes";

interface NotesBindingOptions {
  readonly notes: Y.XmlFragment;
  /** Makes the notes say this; blocks whose words stay the same keep their formatting. */
  readonly write: (text: string) => void;
  readonly onChange: (value: string, mapCaret: MapCaret) => void;
}

/**
 * Keeps a plain text field and rich notes equal, one line for each block, so that an editor with formatting can
 * take over the same notes at any time.
 */
export class NotesBinding implements FieldBinding {
  private shown: string;
  private isComposing = false;
  private isWriting = false;

  constructor(private readonly options: NotesBindingOptions) {
    this.shown = notesText(options.notes);
    options.notes.observeDeep(this.handleChange);
  }

  get value(): string {
    return this.shown;
  }

  input(next: string): void {
    if (this.isComposing || next === this.shown) return;
    this.write(next);
    const said = notesText(this.options.notes);
    this.shown = said;
    if (said !== next) this.options.onChange(said, (caret) => caret);
  }

  /** Until the composition ends nothing is written and what others write waits: setting the value would break it off. */
  startComposition(): void {
    this.isComposing = true;
  }

  endComposition(next: string, caret?: number): void {
    if (!this.isComposing) return;
    this.isComposing = false;
    const current = notesText(this.options.notes);
    if (current === this.shown) return this.input(next);
    const mine = spliceOf(this.shown, next, caret);
    const theirs = spliceOf(this.shown, current);
    const from = positionAfter(theirs, mine.at);
    const to = Math.max(from, positionAfter(theirs, mine.at + mine.remove));
    this.write(current.slice(0, from) + mine.insert + current.slice(to));
    this.shown = notesText(this.options.notes);
    this.options.onChange(this.shown, () => from + mine.insert.length);
  }

  destroy(): void {
    this.options.notes.unobserveDeep(this.handleChange);
  }

  private write(text: string): void {
    this.isWriting = true;
    try {
      this.options.write(text);
    } finally {
      this.isWriting = false;
    }
  }

  private readonly handleChange = (): void => {
    if (this.isWriting || this.isComposing) return;
    const value = notesText(this.options.notes);
    if (value === this.shown) return;
    const change = spliceOf(this.shown, value);
    this.shown = value;
    this.options.onChange(value, (caret) => positionAfter(change, caret));
  };
}

/** Where a position is found after a replacement; what is put right at it goes behind it. */
function positionAfter(
  { at, remove, insert }: Splice,
  position: number,
): number {
  if (position <= at) return position;
  if (position < at + remove) return at + insert.length;
  return position + insert.length - remove;
}
