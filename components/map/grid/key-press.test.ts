import type { KeyboardEvent } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pressOf } from "./key-press";

const on = (userAgent: string) => vi.stubGlobal("navigator", { userAgent });
beforeEach(() => on("Windows"));
afterEach(() => vi.unstubAllGlobals());

type Held = Partial<
  Record<"graph" | "composes" | "ctrlKey" | "metaKey" | "altKey", boolean>
>;

/** A key as a browser tells it. */
function pressed(
  key: string,
  { graph = false, composes = false, ...more }: Held,
) {
  return pressOf({
    key,
    code: "KeyQ",
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
    getModifierState: (name: string) => graph && name === "AltGraph",
    nativeEvent: { isComposing: composes },
  } as unknown as KeyboardEvent);
}

const plain = { ctrl: false, alt: false };

test("[A1] what AltGr writes commands nothing, also where it is told as Ctrl and Alt", () => {
  const altGr = { ctrlKey: true, altKey: true };
  expect(pressed("@", { ...altGr, graph: true })).toMatchObject(plain);
  expect(pressed("z", altGr)).toMatchObject({ ctrl: true, alt: true });
});

test("[A1] the option key of a Mac writes @ and [ on a German keyboard, and elsewhere Alt is Alt", () => {
  on("Macintosh");
  expect(pressed("@", { altKey: true })).toMatchObject(plain);
  const byWord = { altKey: true, metaKey: true };
  expect(pressed("@", byWord)).toMatchObject({ ctrl: true, alt: true });
  expect(pressed("Enter", { altKey: true })).toMatchObject({ alt: true });
  on("Windows");
  expect(pressed("ä", { altKey: true })).toMatchObject({ alt: true });
});

test("[A1] Cmd is Ctrl, and what an input method composes is told as such", () => {
  expect(pressed("z", { metaKey: true })).toMatchObject({ ctrl: true });
  expect(pressed("e", { composes: true }).isComposing).toBe(true);
});
