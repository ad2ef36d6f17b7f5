import type * as Y from "yjs";
import { positionAfter, rangesAfter, spliceOf, without } from "./splice";
import type { DeltaStep, Range } from "./splice";

export type MapCaret = (caret: number) => number;

export interface TextBindingOptions {
  readonly text: Y.Text;
  /** The origin of the tab's own transactions. */
  readonly origin: unknown;
  /** Whether the first character typed replaces what stands there now. */
  readonly replace?: boolean;
  /** What the field showed when writing in it began, if that was before now: all since then is one composition. */
  readonly since?: string;
  /** The field must show another value; the caret goes where the function says. */
  readonly onChange: (value: string, mapCaret: MapCaret) => void;
}

/**
 * Keeps a text field and a shared text equal.
 *
 * While an input method composes, the field is the method's alone: nothing is written and what others write waits,
 * because setting the value would break the composition off.
 */
export class TextBinding {
  private shown: string;
  /** What the first character replaces: only what was on the screen, never what a colleague adds meanwhile. */
  private doomed: readonly Range[];
  private isComposing = false;
  private isWriting = false;
  private waiting: DeltaStep[][] = [];

  constructor(private readonly options: TextBindingOptions) {
    const { text, replace, since } = options;
    this.doomed =
      replace && text.length > 0 ? [{ from: 0, to: text.length }] : [];
    this.shown = without(text.toString(), this.doomed);
    if (since !== undefined) this.goBackTo(since);
    text.observe(this.handleChange);
  }

  get value(): string {
    return this.shown;
  }

  /** The field holds another value, typed by its reader. */
  input(next: string, caret?: number): void {
    if (this.isComposing || next === this.shown) return;
    const { at, remove, insert } = spliceOf(this.shown, next, caret);
    this.write((text) => {
      this.dropDoomed(text);
      if (remove > 0) text.delete(at, remove);
      if (insert !== "") text.insert(at, insert);
    });
    this.shown = this.options.text.toString();
    if (this.shown !== next)
      this.options.onChange(this.shown, (position) => position);
  }

  startComposition(): void {
    // Something is being typed, so what it replaces goes now and the rest of the composition is an ordinary one.
    if (this.doomed.length > 0) this.write((text) => this.dropDoomed(text));
    this.isComposing = true;
  }

  endComposition(next: string, caret?: number): void {
    if (!this.isComposing) return;
    this.isComposing = false;
    const waiting = this.waiting;
    this.waiting = [];
    if (waiting.length === 0) {
      this.input(next, caret);
      return;
    }
    this.merge(next, waiting, caret);
  }

  destroy(): void {
    this.options.text.unobserve(this.handleChange);
  }

  /** As if what others wrote since then came during a composition that is still going on. */
  private goBackTo(since: string): void {
    const { at, remove, insert } = spliceOf(since, this.shown);
    if (since !== this.shown)
      this.waiting = [[{ retain: at }, { insert }, { delete: remove }]];
    this.shown = since;
    this.isComposing = true;
  }

  private readonly handleChange = (event: Y.YTextEvent): void => {
    if (this.isWriting) return;
    const delta = event.delta as DeltaStep[];
    if (this.isComposing) {
      this.waiting.push(delta);
      return;
    }
    const isReplacing = this.doomed.length > 0;
    this.doomed = rangesAfter(this.doomed, delta);
    const value = without(this.options.text.toString(), this.doomed);
    if (value === this.shown) return;
    this.shown = value;
    this.options.onChange(value, (caret) =>
      isReplacing ? value.length : positionAfter(delta, caret),
    );
  };

  /** Joins what was composed with what others wrote meanwhile. */
  private merge(
    next: string,
    waiting: readonly DeltaStep[][],
    caret?: number,
  ): void {
    const { at, remove, insert } = spliceOf(this.shown, next, caret);
    const moved = (position: number) =>
      waiting.reduce((here, delta) => positionAfter(delta, here), position);
    const removed = waiting.reduce(
      (ranges: readonly Range[], delta) => rangesAfter(ranges, delta),
      remove > 0 ? [{ from: at, to: at + remove }] : [],
    );
    const target = moved(at);
    this.write((text) => {
      text.insert(target, insert);
      for (const { from, to } of removed.toReversed()) {
        text.delete(from >= target ? from + insert.length : from, to - from);
      }
    });
    this.shown = this.options.text.toString();
    const goneBefore = (position: number) =>
      removed.reduce(
        (sum, { from, to }) => sum + Math.max(0, Math.min(to, position) - from),
        0,
      );
    this.options.onChange(this.shown, (position) => {
      if (position >= at && position <= at + insert.length) {
        return target - goneBefore(target) + (position - at);
      }
      const origin =
        position < at ? position : position - insert.length + remove;
      const here = moved(origin);
      return (
        here -
        goneBefore(here) +
        (here > target || position > at ? insert.length : 0)
      );
    });
  }

  private dropDoomed(text: Y.Text): void {
    for (const { from, to } of this.doomed.toReversed())
      text.delete(from, to - from);
    this.doomed = [];
  }

  private write(change: (text: Y.Text) => void): void {
    const { text, origin } = this.options;
    this.isWriting = true;
    try {
      if (text.doc) text.doc.transact(() => change(text), origin);
      else change(text);
    } finally {
      this.isWriting = false;
    }
  }
}
