import * as Y from "yjs";
import type { Operation } from "./oracle";
import { findRoot } from "../document";
import { notesText } from "../notes";

interface Typed {
  readonly text: string;
  readonly session: number;
  readonly operation: Operation;
}

// Private use beyond the first plane: each character is a surrogate pair, like an emoji, and unique.
const FIRST = 0xf0000;
const LAST = 0xffff0;

/** Remembers each character that anyone typed, so that none can get lost unnoticed. */
export class TypedWords {
  private readonly typed = new Map<string, Typed>();
  /** Deleted or undone by someone: may be gone, or back. */
  private readonly withdrawn = new Set<string>();
  /** Which sessions deleted a character by hand: their redo may take it away once more. */
  private readonly erasers = new Map<string, Set<number>>();
  private next = FIRST;

  /** A character that nobody has typed yet. */
  fresh(): string {
    this.next = this.next >= LAST ? FIRST : this.next + 1;
    return String.fromCodePoint(this.next);
  }

  note(character: string, typed: Typed): void {
    this.typed.set(character, typed);
  }

  withdraw(characters: Iterable<string>): void {
    for (const character of characters) this.withdrawn.add(character);
  }

  /** Notes what a session deleted by hand, whoever had typed it. */
  erase(characters: Iterable<string>, session: number): void {
    for (const character of characters) {
      const erasers = this.erasers.get(character) ?? new Set();
      this.erasers.set(character, erasers.add(session));
      this.withdrawn.add(character);
    }
  }

  /** I7: undo and redo of a session take away what it typed itself or had deleted before, nothing else. */
  mayTake(character: string, session: number): boolean {
    const author = this.typed.get(character)?.session;
    if (author === undefined || author === session) return true;
    return this.erasers.get(character)?.has(session) ?? false;
  }

  forget(isLost: (operation: Operation) => boolean): void {
    for (const [character, { operation }] of this.typed) {
      if (isLost(operation)) this.typed.delete(character);
    }
  }

  /** Typed characters that nobody took away and that are not exactly once where they were typed. */
  *missing(doc: Y.Doc): Generator<string> {
    const texts = textsOf(doc);
    for (const [character, { text }] of this.typed) {
      if (this.withdrawn.has(character)) continue;
      const count = (texts.get(text) ?? "").split(character).length - 1;
      if (count !== 1)
        yield `U+${character.codePointAt(0)!.toString(16)} is ${count} times in ${text}`;
    }
    for (const [text, words] of texts) {
      if (!words.isWellFormed() || words.includes("\uFFFD"))
        yield `${text} is torn`;
    }
  }
}

/** Every text of stages, touchpoints, lanes and cards, deleted ones too, under `root/id/key`. */
export function textsOf(doc: Y.Doc): Map<string, string> {
  const texts = new Map<string, string>();
  for (const root of ["stages", "touchpoints", "lanes", "cards"] as const) {
    for (const [id, entity] of findRoot(doc, root)?.entries() ?? []) {
      if (!(entity instanceof Y.Map)) continue;
      for (const [key, value] of entity.entries()) {
        if (value instanceof Y.Text)
          texts.set(`${root}/${id}/${key}`, value.toString());
        else if (value instanceof Y.XmlFragment && value.length > 0)
          texts.set(`${root}/${id}/${key}`, notesText(value));
      }
    }
  }
  return texts;
}
