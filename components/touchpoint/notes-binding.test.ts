import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { asId, type TouchpointId, type StageId } from "@/lib/journey/ids";
import { notesOf, notesText, setNotesText } from "@/lib/journey/notes";
import type { CommandContext } from "@/lib/journey/command";
import { addStage } from "@/lib/journey/stages";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { NotesBinding } from "./notes-binding";

let serial = 0;
function contextOf(doc: Y.Doc): CommandContext {
  return {
    doc,
    actorId: "me",
    now: () => 0,
    newId: () =>
      `00000000-0000-4000-8000-${String((serial += 1)).padStart(12, "0")}`,
    random: () => 0.5,
    origin: "mine",
  };
}

function must<T extends object>(result: ({ ok: true } & T) | { ok: false }): T {
  if (!result.ok) throw new Error("refused");
  return result;
}

function open(text: string) {
  const doc = new Y.Doc();
  const ctx = contextOf(doc);
  const { stageId } = must<{ stageId: StageId }>(addStage(ctx, {}));
  const { touchpointId } = must<{ touchpointId: TouchpointId }>(
    addTouchpoint(ctx, { stageId }),
  );
  setNotesText(ctx, { touchpointId: asId(touchpointId), text });
  const notes = notesOf(doc, touchpointId);
  if (!notes) throw new Error("no notes");
  const shown: { value: string; caret: (at: number) => number }[] = [];
  const binding = new NotesBinding({
    notes,
    write: (next) => setNotesText(ctx, { touchpointId, text: next }),
    onChange: (value, caret) => shown.push({ value, caret }),
  });
  return { notes, binding, shown, doc };
}

/** What an editor with formatting would have left there. */
function boldParagraph(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  text.insert(0, words, { bold: true });
  paragraph.insert(0, [text]);
  return paragraph;
}

describe("NotesBinding", () => {
  it("makes one paragraph of each line", () => {
    const { notes, binding } = open("");
    binding.input("one\ntwo");
    expect(notes.toArray().map(String)).toEqual([
      "<paragraph>one</paragraph>",
      "<paragraph>two</paragraph>",
    ]);
  });

  it("keeps the formatting of lines that are not touched", () => {
    const { notes, binding } = open("");
    notes.insert(0, [boldParagraph("strong")]);
    binding.input("strong\nmore");
    expect(String(notes.get(0))).toContain("<bold>strong</bold>");
    expect(binding.value).toBe("strong\nmore");
  });

  it("shows what others write and moves the caret along", () => {
    const { notes, binding, shown } = open("one\ntwo");
    notes.insert(0, [boldParagraph("zero")]);
    expect(binding.value).toBe("zero\none\ntwo");
    expect(shown.at(-1)?.caret(7)).toBe(12);
  });

  it("[A1] joins a composition with what came in meanwhile", () => {
    const { notes, binding, shown } = open("one");
    binding.startComposition();
    binding.input("onë");
    expect(notesText(notes)).toBe("one");
    notes.insert(0, [boldParagraph("zero")]);
    expect(shown).toEqual([]);
    binding.endComposition("onë", 3);
    expect(notesText(notes)).toBe("zero\nonë");
    expect(shown.at(-1)?.value).toBe("zero\nonë");
    expect(shown.at(-1)?.caret(0)).toBe(8);
  });

  it("lets two people write different lines at once without losing either", () => {
    const first = open("one\ntwo");
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(first.doc));
    first.binding.input("one!\ntwo");
    const id =
      [...(other.getMap("touchpoints") as Y.Map<unknown>).keys()][0] ?? "";
    setNotesText(contextOf(other), {
      touchpointId: asId(id),
      text: "one\ntwo?",
    });
    Y.applyUpdate(first.doc, Y.encodeStateAsUpdate(other));
    expect(first.binding.value).toBe("one!\ntwo?");
  });
});
