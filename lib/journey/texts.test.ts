import * as fc from "fast-check";
import * as Y from "yjs";
import { expect, test } from "vitest";
import { notesOf, notesText, setNotesText } from "./notes";
import { resolve } from "./resolve";
import { addStage } from "./stages";
import { must, testDocument } from "./testing/context";
import { caretAfter, replaceText, setText, textOf } from "./texts";
import { addTouchpoint } from "./touchpoints";

const emoji = fc.string({
  unit: fc.constantFrom("a", "b", "😀", "😁", "👍🏽", "é"),
  maxLength: 12,
});

test("[J26] replacing a text gives the text asked for and never splits a pair", () => {
  fc.assert(
    fc.property(emoji, emoji, (before, after) => {
      const doc = new Y.Doc();
      const text = doc.getText("t");
      text.insert(0, before);
      replaceText(text, after, null);
      expect(text.toString()).toBe(after);
      const peer = new Y.Doc();
      Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
      expect(peer.getText("t").toString()).toBe(after);
    }),
  );
});

test("[J26] what another person typed outside of the difference survives", () => {
  const mine = new Y.Doc();
  mine.getText("t").insert(0, "Back hurts a lot");
  const yours = new Y.Doc();
  Y.applyUpdate(yours, Y.encodeStateAsUpdate(mine));
  replaceText(mine.getText("t"), "Back hurts", null);
  replaceText(yours.getText("t"), "My back hurts a lot", null);
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(yours));
  expect(mine.getText("t").toString()).toBe("My back hurts");
});

test("[J27] half a pair is written as the replacement character", () => {
  const text = new Y.Doc().getText("t");
  replaceText(text, "x\ud83d", null);
  expect(text.toString()).toBe("x\ufffd");
});

test.each([
  ["before the caret", [{ insert: "ab" }], 3, 5],
  ["at the caret", [{ retain: 3 }, { insert: "ab" }], 3, 3],
  ["behind the caret", [{ retain: 5 }, { insert: "ab" }], 3, 3],
  ["a deletion around the caret", [{ retain: 1 }, { delete: 4 }], 3, 1],
  ["a deletion before the caret", [{ delete: 2 }], 3, 1],
  ["a replacement before the caret", [{ insert: "xyz" }, { delete: 1 }], 3, 5],
])(
  "[J28] a caret stays with its words: %s",
  (...[, delta, caret, expected]) => {
    expect(caretAfter(delta, caret)).toBe(expected);
  },
);

test("[J29] notes set from plain text keep the blocks that stay the same", () => {
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx));
  const { touchpointId } = must(addTouchpoint(ctx, { stageId }));
  const set = (text: string) => must(setNotesText(ctx, { touchpointId, text }));
  set("One\nTwo\nThree");
  const notes = notesOf(ctx.doc, touchpointId)!;
  const [first, , third] = notes.toArray();
  set("One\nTwo and a half\nThree");
  expect(notesText(notes)).toBe("One\nTwo and a half\nThree");
  expect([notes.get(0), notes.get(2)]).toEqual([first, third]);
  set("One\nThree\nFour");
  expect(resolve(ctx.doc).stages[0]?.touchpoints[0]?.notes).toBe(
    "One\nThree\nFour",
  );
  ctx.undo.undo();
  expect(notesText(notes)).toBe("One\nTwo and a half\nThree");
});

test("[J30] setting a text is one undo step, and refuses what is too long", () => {
  const ctx = testDocument({ title: "Old" });
  const ref = { kind: "meta", field: "title" } as const;
  must(setText(ctx, ref, "New title"));
  expect(setText(ctx, ref, "x".repeat(20_001))).toEqual({
    ok: false,
    reason: "too_long",
  });
  expect(textOf(ctx.doc, ref)?.toString()).toBe("New title");
  ctx.undo.undo();
  expect(resolve(ctx.doc).meta.title).toBe("Old");
  ctx.undo.redo();
  expect(resolve(ctx.doc).meta.title).toBe("New title");
});
