import { describe, expect, test } from "vitest";
import { editingMeaning, keyMeaning } from "./key-intents";
import type { KeyPress, KeySituation } from "./key-intents";

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  isComposing: false,
  ...change,
});
const text: KeySituation = {
  role: "cards",
  takesTyping: true,
  hasCard: false,
  isInside: false,
  singleKeys: true,
};
const heading: KeySituation = {
  ...text,
  role: "touchpoint",
  takesTyping: false,
};

describe("keys on a selected cell", () => {
  test("[A1] nothing begins or ends while an input method composes", () => {
    for (const key of ["Enter", "Escape", "a", "Delete", "Process"]) {
      expect(keyMeaning(press(key, { isComposing: true }), text)).toBeNull();
      expect(editingMeaning(press(key, { isComposing: true }))).toBeNull();
    }
  });

  test("[A1] dead keys and input methods start writing like letters do", () => {
    for (const key of ["ë", "Dead", "Process", "?", "o", "5", "👍"]) {
      expect(keyMeaning(press(key), text)).toEqual({ type: "type" });
    }
  });

  test("[A1] keys are read by what they write: on a German keyboard Z and Y undo and redo as labelled", () => {
    expect(keyMeaning(press("z", { ctrl: true }), text)).toEqual({
      type: "undo",
    });
    expect(keyMeaning(press("Z", { ctrl: true, shift: true }), text)).toEqual({
      type: "redo",
    });
    expect(keyMeaning(press("y", { ctrl: true }), text)).toEqual({
      type: "redo",
    });
  });

  test("letters command only where no words stand, and not when they are switched off", () => {
    expect(keyMeaning(press("o"), heading)).toEqual({ type: "owner" });
    expect(keyMeaning(press("c"), heading)).toEqual({ type: "comment" });
    expect(keyMeaning(press("?", { shift: true }), heading)).toEqual({
      type: "help",
    });
    expect(keyMeaning(press("4"), heading)).toEqual({
      type: "emotion",
      level: 3,
    });
    const off = { ...heading, singleKeys: false };
    for (const key of ["o", "?", "m", "1"])
      expect(keyMeaning(press(key), off)).toBeNull();
  });

  test("Ctrl+arrows jump between cells and reorder headings and selected cards", () => {
    const right = press("ArrowRight", { ctrl: true });
    expect(keyMeaning(right, text)).toMatchObject({
      type: "go",
      step: "jump-right",
    });
    expect(keyMeaning(right, heading)).toEqual({ type: "shift", to: "right" });
    expect(keyMeaning(right, { ...text, isInside: true })).toEqual({
      type: "shift",
      to: "right",
    });
  });

  test("[A3] Shift or Ctrl and Space choose one more, Space alone opens", () => {
    for (const cell of [text, heading]) {
      for (const held of [{ shift: true }, { ctrl: true }])
        expect(keyMeaning(press(" ", held), cell)).toEqual({
          type: "pick",
          at: null,
        });
      expect(keyMeaning(press(" "), cell)).toEqual({ type: "open" });
    }
  });

  test("[A3] Alt+Shift+arrows resize a touchpoint's column, and mean nothing elsewhere", () => {
    const press = { ctrl: false, shift: true, alt: true, isComposing: false };
    const right = { ...press, key: "ArrowRight" };
    const at = (role: "touchpoint" | "stage" | "cards") =>
      keyMeaning(right, {
        role,
        takesTyping: false,
        hasCard: false,
        isInside: false,
        singleKeys: true,
      });
    expect(at("touchpoint")).toEqual({ type: "width", change: "wider" });
    expect(at("stage")).toBeNull();
    expect(at("cards")).toBeNull();
  });

  test("[A1] Delete empties, Tab and Alt+arrows stay the browser's", () => {
    expect(keyMeaning(press("Delete"), text)).toEqual({ type: "clear" });
    expect(keyMeaning(press("Tab"), text)).toBeNull();
    expect(keyMeaning(press("ArrowLeft", { alt: true }), text)).toBeNull();
  });
});

describe("keys that look at the map differently", () => {
  const shifted = (code: string, key: string) =>
    press(key, { code, shift: true });

  test("[A4] Shift and 1, 2 or 0 fit the map, the selection or 100 %, whatever the keyboard writes there", () => {
    for (const [code, to, keys] of [
      ["Digit1", "fit", ["!", "1", "+"]],
      ["Digit2", "selection", ["@", "2"]],
      ["Digit0", "actual", [")", "=", "0"]],
    ] as const)
      for (const key of keys)
        for (const cell of [text, heading])
          expect(keyMeaning(shifted(code, key), cell)).toEqual({
            type: "zoom",
            to,
          });
  });

  test("[A7] a slash asks what to add in an empty cell, and is a letter everywhere else", () => {
    const slash = press("/");
    const empty = { ...text, isEmpty: true };
    expect(keyMeaning(slash, empty)).toEqual({ type: "menu" });
    expect(keyMeaning(slash, text)).toEqual({ type: "type" });
    const off = { ...empty, singleKeys: false };
    expect(keyMeaning(slash, off)).toEqual({ type: "type" });
  });

  test("[A1] a quotation can begin where text is written, and letters can be letters", () => {
    const quote = shifted("Digit2", '"');
    expect(keyMeaning(quote, text)).toEqual({ type: "type" });
    expect(keyMeaning(quote, heading)).toEqual({
      type: "zoom",
      to: "selection",
    });
    const off = { ...text, singleKeys: false };
    expect(keyMeaning(shifted("Digit1", "!"), off)).toEqual({ type: "type" });
  });

  test("[A4] Ctrl with + and − stays with the browser", () => {
    for (const key of ["+", "-", "0"])
      expect(keyMeaning(press(key, { ctrl: true }), heading)).toBeNull();
  });
});

describe("keys while writing", () => {
  test("[A1] Enter commits and goes down, Shift+Enter and Alt+Enter are new lines", () => {
    expect(editingMeaning(press("Enter"))).toEqual({
      type: "commit",
      then: "down",
    });
    expect(editingMeaning(press("Enter", { shift: true }))).toBe("new-line");
    expect(editingMeaning(press("Enter", { alt: true }))).toBe("new-line");
  });

  test("[A1] arrows, letters and the rest belong to the text", () => {
    for (const key of ["ArrowLeft", "Home", "a", "o", "?", "Delete", " "]) {
      expect(editingMeaning(press(key))).toBeNull();
    }
    expect(editingMeaning(press("a", { ctrl: true }))).toBeNull();
  });
});
