import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { TextBinding } from "./text-binding";

const ORIGIN = { tab: "mine" };

/** A text field as a person uses it: a value, a caret, and perhaps a composition under way. */
class Field {
  value: string;
  caret: number;
  composing = false;
  readonly binding: TextBinding;

  constructor(
    readonly text: Y.Text,
    replace: boolean,
  ) {
    this.binding = new TextBinding({
      text,
      origin: ORIGIN,
      replace,
      onChange: (value, mapCaret) => {
        this.caret = mapCaret(this.caret);
        this.value = value;
      },
    });
    this.value = this.binding.value;
    this.caret = this.value.length;
  }

  type(typed: string, at: number, remove: number): void {
    const from = at % (this.value.length + 1);
    const to = Math.min(this.value.length, from + remove);
    this.value = this.value.slice(0, from) + typed + this.value.slice(to);
    this.caret = from + typed.length;
    if (!this.composing) this.binding.input(this.value, this.caret);
  }

  compose(): void {
    if (this.composing) {
      this.composing = false;
      this.binding.endComposition(this.value, this.caret);
    } else {
      this.binding.startComposition();
      this.composing = true;
    }
  }
}

const word = fc.constantFrom("a", "ab", "ë", "👩‍🚒", "Größe ", "x\ny", "");
const step = fc.oneof(
  fc.record({
    kind: fc.constant("type" as const),
    typed: word,
    at: fc.nat(40),
    remove: fc.nat(4),
  }),
  fc.record({
    kind: fc.constant("remote" as const),
    typed: word,
    at: fc.nat(40),
    remove: fc.nat(4),
  }),
  fc.record({ kind: fc.constant("compose" as const) }),
);

function remoteEdit(
  text: Y.Text,
  edit: { typed: string; at: number; remove: number },
): void {
  const at = edit.at % (text.length + 1);
  text.doc?.transact(() => {
    text.delete(at, Math.min(edit.remove, text.length - at));
    if (edit.typed !== "") text.insert(at, edit.typed);
  }, "colleague");
}

test("outside a composition the field and the shared text are always equal, whoever writes", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(step, { maxLength: 80, size: "max" }),
      (start, steps) => {
        const text = new Y.Doc().getText("t");
        text.insert(0, start.toWellFormed());
        const field = new Field(text, false);
        for (const next of steps) {
          if (next.kind === "compose") field.compose();
          else if (next.kind === "remote") remoteEdit(text, next);
          else field.type(next.typed, next.at, next.remove);
          if (!field.composing) expect(field.value).toBe(text.toString());
          expect(field.caret).toBeGreaterThanOrEqual(0);
          expect(field.caret).toBeLessThanOrEqual(field.value.length);
        }
        if (field.composing) field.compose();
        expect(field.value).toBe(text.toString());
      },
    ),
    { numRuns: 400 },
  );
});

const insertions = fc.array(
  fc.record({
    at: fc.nat(60),
    mark: fc.integer({ min: 0, max: 9 }),
    composes: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

test("no character that a colleague writes is lost, not even while one composes or types over the text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      insertions,
      fc.boolean(),
      (start, edits, replace) => {
        const text = new Y.Doc().getText("t");
        text.insert(0, start.toWellFormed().replaceAll(/[0-9]/g, "_"));
        const field = new Field(text, replace);
        let marks = "";
        for (const { at, mark, composes } of edits) {
          if (composes) field.compose();
          remoteEdit(text, { typed: String(mark), at, remove: 0 });
          marks += mark;
          // Typing goes at the caret, so it removes nothing.
          field.type("w", field.caret, 0);
        }
        if (field.composing) field.compose();
        const kept = [...text.toString()].filter((unit) => /[0-9]/.test(unit));
        expect(kept.toSorted()).toEqual([...marks].toSorted());
        expect(
          text.toString().replaceAll(/[^w]/g, "").length,
        ).toBeGreaterThanOrEqual(edits.length);
      },
    ),
    { numRuns: 400 },
  );
});

test("a caret stays beside the character it stood behind when a colleague writes elsewhere", () => {
  fc.assert(
    fc.property(
      fc.record({
        start: fc.string({ unit: "grapheme-ascii", minLength: 1 }),
        caretSeed: fc.nat(50),
        atSeed: fc.nat(50),
        composes: fc.boolean(),
      }),
      ({ start, caretSeed, atSeed, composes }) => {
        const text = new Y.Doc().getText("t");
        text.insert(0, start);
        const field = new Field(text, false);
        field.caret = 1 + (caretSeed % start.length);
        const behind = field.value[field.caret - 1];
        if (composes) field.compose();
        remoteEdit(text, { typed: "\u0001\u0002", at: atSeed, remove: 0 });
        if (composes) field.compose();
        expect(field.value[field.caret - 1]).toBe(behind);
      },
    ),
    { numRuns: 300 },
  );
});

const letters = fc.string({ unit: fc.constantFrom("a", "b", "ë", " ") });

test("what was typed before there was a binding and what colleagues wrote meanwhile are both in the text", () => {
  fc.assert(
    fc.property(
      letters,
      fc.array(fc.record({ at: fc.nat(40), mark: fc.nat(9) })),
      fc.record({ at: fc.nat(40), remove: fc.nat(4), typed: fc.nat(3) }),
      (since, marks, { at, remove, typed }) => {
        const text = new Y.Doc().getText("t");
        text.insert(0, since);
        for (const { at: place, mark } of marks)
          remoteEdit(text, { typed: String(mark), at: place, remove: 0 });
        const now = text.toString();
        const from = at % (since.length + 1);
        const mine =
          since.slice(0, from) +
          "w".repeat(typed) +
          since.slice(Math.min(since.length, from + remove));
        let value = mine;
        const binding = new TextBinding({
          text,
          since,
          origin: ORIGIN,
          onChange: (next) => {
            value = next;
          },
        });
        binding.endComposition(mine, from + typed);
        const all = text.toString();
        expect(value).toBe(all);
        const kept = (kind: RegExp) => [...all].filter((one) => kind.test(one));
        const digits = marks.map(({ mark }) => String(mark));
        expect(kept(/[0-9]/).toSorted()).toEqual(digits.toSorted());
        expect(kept(/w/)).toHaveLength(typed);
        if (marks.length === 0) expect(all).toBe(mine.toWellFormed());
        if (mine === since) expect(all).toBe(now);
      },
    ),
    { numRuns: 300 },
  );
});
