import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { TextBinding } from "@/components/map/text-editing/text-binding";
import { createUndoStack, trackText, type UndoStack } from "@/lib/journey/undo";
import type { FieldSource } from "./bound-field";
import { BoundField } from "./y-text-field";

const mine = {};
let doc: Y.Doc;
let text: Y.Text;
let undo: UndoStack;

function sourceOf(shared: Y.Text): FieldSource {
  return {
    bind: (onChange) =>
      new TextBinding({ text: shared, origin: mine, onChange }),
    track: () => trackText(undo, shared, { origin: mine }),
  };
}

function show(source: FieldSource | null = sourceOf(text)) {
  render(
    <BoundField
      source={source}
      value={text.toString()}
      label="Message"
      rows={3}
    />,
  );
  return screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Message" });
}

function type(field: HTMLTextAreaElement, value: string, caret = value.length) {
  field.value = value;
  field.setSelectionRange(caret, caret);
  fireEvent.input(field);
}

const theirs = (change: () => void) =>
  act(() => doc.transact(change, "theirs"));

beforeEach(() => {
  doc = new Y.Doc();
  text = doc.getText("message");
  text.insert(0, "Welcome");
  undo = createUndoStack();
});
afterEach(cleanup);

describe("a field bound to a text of the map", () => {
  it("writes what is typed at once and leaves the rest of the text alone", () => {
    const field = show();
    field.focus();
    type(field, "Welcome back");
    expect(text.toString()).toBe("Welcome back");
  });

  it("[A8] takes in what a colleague types without moving the caret or the focus", () => {
    const field = show();
    field.focus();
    field.setSelectionRange(7, 7);
    theirs(() => text.insert(0, "Dear Mark! "));
    expect(field.value).toBe("Dear Mark! Welcome");
    expect(field.selectionStart).toBe(18);
    theirs(() => text.insert(18, "!"));
    expect(field.selectionStart).toBe(18);
  });

  it("takes back with Ctrl+Z only what was typed here, one entry on the common stack after leaving", () => {
    const field = show();
    field.focus();
    type(field, "Welcome back");
    theirs(() => text.insert(0, "So: "));
    fireEvent.keyDown(field, { key: "z", ctrlKey: true });
    expect(field.value).toBe("So: Welcome");
    fireEvent.keyDown(field, { key: "Z", ctrlKey: true, shiftKey: true });
    expect(field.value).toBe("So: Welcome back");
    fireEvent.blur(field);
    undo.undo();
    expect(text.toString()).toBe("So: Welcome");
    expect(undo.canUndo()).toBe(false);
  });

  it("[A1] writes composed text when the composition ends, with what came in meanwhile", () => {
    const field = show();
    field.focus();
    fireEvent.compositionStart(field);
    type(field, "Welcome ë");
    theirs(() => text.insert(0, "Hi. "));
    expect(text.toString()).toBe("Hi. Welcome");
    expect(field.value).toBe("Welcome ë");
    fireEvent.compositionEnd(field);
    expect(text.toString()).toBe("Hi. Welcome ë");
    expect(field.value).toBe("Hi. Welcome ë");
  });

  it("closes its undo entry when it goes away while it has the focus", () => {
    const field = show();
    fireEvent.focus(field);
    type(field, "Welcome back");
    cleanup();
    expect(undo.canUndo()).toBe(true);
  });

  it("shows the map's text and takes nothing where it may not be written", () => {
    const field = show(null);
    expect(field.readOnly).toBe(true);
    expect(field.value).toBe("Welcome");
  });
});
