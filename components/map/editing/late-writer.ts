import type { EditSession } from "./edit-session";

type Field = Pick<HTMLTextAreaElement, "value" | "selectionEnd">;

/** Where nothing is painted, as in a tab that nobody sees, what waits for it waits no longer than this. */
const AT_LATEST_MS = 100;

/**
 * Hands what is typed to a session after the browser has painted it: to write it into the map, to draw that and to
 * keep it takes longer than to show a letter. Until then the field is its writer's alone, as while an input method
 * composes, so that what colleagues write in the same moment is merged the same way. Whatever else the session is
 * asked for comes after what was typed before it.
 */
export class LateWriter {
  private waiting: Field | null = null;
  private isComposing = false;
  private frame: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly session: EditSession) {
    // Before others ask whether anything of this page is unsaved.
    window.addEventListener("beforeunload", this.flush, true);
    window.addEventListener("pagehide", this.flush, true);
  }

  /** The field holds something else, typed by its reader. */
  input({ value, selectionEnd }: Field): void {
    // What a method composes is written when it ends.
    if (this.isComposing) return;
    if (!this.waiting) {
      this.session.startComposition();
      this.flushAfterPaint();
    }
    this.waiting = { value, selectionEnd };
  }

  compose({ value, selectionEnd }: Field, phase: "start" | "end"): void {
    this.flush();
    this.isComposing = phase === "start";
    if (this.isComposing) this.session.startComposition();
    else this.session.endComposition(value, selectionEnd);
  }

  /** Writes what waits. */
  readonly flush = (): void => {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    const { waiting } = this;
    this.waiting = null;
    if (waiting)
      this.session.endComposition(waiting.value, waiting.selectionEnd);
  };

  /** Writes what waits; nothing more will come. */
  stop(): void {
    this.flush();
    window.removeEventListener("beforeunload", this.flush, true);
    window.removeEventListener("pagehide", this.flush, true);
  }

  private flushAfterPaint(): void {
    this.timer = setTimeout(this.flush, AT_LATEST_MS);
    this.frame = requestAnimationFrame(() => {
      clearTimeout(this.timer);
      this.timer = setTimeout(this.flush);
    });
  }
}
