import { describe, expect, test } from "vitest";
import de from "@/lib/i18n/messages/de/seeing.json";
import en from "@/lib/i18n/messages/en/seeing.json";
import nl from "@/lib/i18n/messages/nl/seeing.json";
import { keyMeaning } from "../grid/key-intents";
import type { KeyPress, KeySituation } from "../grid/key-intents";
import { COMMAND_IDS, commandOf } from "./map-commands";

const touchpoint: KeySituation = {
  role: "touchpoint",
  takesTyping: false,
  hasCard: false,
  isInside: false,
  singleKeys: true,
};
const NAMED: Readonly<Record<string, string>> = {
  Space: " ",
  Del: "Delete",
  "→": "ArrowRight",
  "←": "ArrowLeft",
  Esc: "Escape",
  "↵": "Enter",
};

/** What the keyboard sends for keys as they are written in the list. */
function pressOf(keys: string): KeyPress {
  const parts = keys.split(" ");
  const last = parts.at(-1) ?? "";
  return {
    key: NAMED[last] ?? last,
    code: /^\d$/.test(last) ? `Digit${last}` : undefined,
    ctrl: parts.includes("Ctrl"),
    shift: parts.includes("Shift"),
    alt: parts.includes("Alt"),
    isComposing: false,
  } as KeyPress;
}

describe("the commands of the map", () => {
  // The palette has its key on every page, and the wheel is no key.
  const elsewhere = ["palette", "zoomIn"];

  test("[A7] every key that is shown does what its command says", () => {
    for (const id of COMMAND_IDS) {
      const { keys, order } = commandOf(id);
      if (!order || elsewhere.includes(id)) continue;
      for (const key of keys)
        expect([id, keyMeaning(pressOf(key), touchpoint)]).toEqual([id, order]);
    }
  });

  test("[A1] every single letter is known as one, so that it can be switched off", () => {
    for (const id of COMMAND_IDS) {
      const { keys, isSingle, order } = commandOf(id);
      const [key = ""] = keys;
      if (!order || /^(Ctrl|Alt|Space|Del)|F10/.test(key)) continue;
      expect([id, isSingle ?? key === ""]).toEqual([id, true]);
      if (key === "") continue;
      const off = { ...touchpoint, singleKeys: false };
      expect([id, keyMeaning(pressOf(key), off)]).toEqual([id, null]);
    }
  });

  test("[N13] every command has a name in every language and no other", () => {
    for (const { command } of [en, nl, de])
      expect(Object.keys(command).sort()).toEqual([...COMMAND_IDS].sort());
  });
});
