import type { Direction, Step } from "./navigation";
import type { Intent } from "./grid-state";
import type { HeightChange } from "../lanes/lane-heights";
import type { ZoomTo } from "../seeing/viewport";
import type { CellRole } from "./shape";

export interface KeyPress {
  readonly key: string;
  /** Where it sits; asked only for digits with Shift, which write something else on every keyboard. */
  readonly code?: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly isComposing: boolean;
}

/** Keys that mean something beyond the state of the grid itself. */
export type Order =
  | { readonly type: "shift"; readonly to: Direction }
  | { readonly type: "clear" }
  | { readonly type: "duplicate" }
  | { readonly type: "open" }
  /** What stands there besides its words. */
  | { readonly type: "facts" }
  | { readonly type: "menu" }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  | { readonly type: "help" }
  | { readonly type: "history" }
  | { readonly type: "owner" }
  | { readonly type: "comment" }
  | { readonly type: "move" }
  | { readonly type: "width"; readonly change: "wider" | "narrower" }
  | { readonly type: "height"; readonly change: HeightChange }
  | {
      readonly type: "emotion";
      readonly level: number;
      /** Chosen from the menu, so it counts on every cell below a touchpoint. */
      readonly isByName?: true;
    }
  | { readonly type: "zoom"; readonly to: ZoomTo }
  /** Asks everybody to come to where I am. */
  | { readonly type: "call" }
  | { readonly type: "show"; readonly what: Showable };

/** What opens above the map by a command. */
export type Showable =
  | "palette"
  | "trash"
  | "filter"
  | "views"
  | "people"
  | "present"
  | "print";

export interface KeySituation {
  readonly role: CellRole;
  /** Whether letters write here. */
  readonly takesTyping: boolean;
  /** Whether a card inside the cell is selected, or the only one that it holds. */
  readonly hasCard: boolean;
  readonly isInside: boolean;
  /** Whether cards could stand here and none do. */
  readonly isEmpty?: boolean;
  /** Single letters as commands can be switched off in the settings. */
  readonly singleKeys: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const HEADINGS: readonly CellRole[] = ["stage", "touchpoint", "lane", "line"];

/**
 * What a key means while a cell is selected; null leaves it to the browser. Keys are read by what they write,
 * never by where they sit, and nothing is decided while an input method composes.
 */
export function keyMeaning(
  press: KeyPress,
  situation: KeySituation,
): Intent | Order | null {
  if (press.isComposing) return null;
  const arrow = ARROWS[press.key];
  if (arrow) return arrowMeaning(arrow, press, situation);
  if (press.ctrl) return controlMeaning(press);
  return (
    plainMeaning(press, situation) ??
    zoomMeaning(press, situation) ??
    letterMeaning(press, situation)
  );
}

function arrowMeaning(
  arrow: Direction,
  press: KeyPress,
  situation: KeySituation,
): Intent | Order | null {
  if (press.alt) return widthMeaning(arrow, press, situation);
  const reorders = HEADINGS.includes(situation.role) || situation.isInside;
  if (press.ctrl && reorders && !press.shift)
    return { type: "shift", to: arrow };
  const step: Step = press.ctrl ? `jump-${arrow}` : arrow;
  return { type: "go", step, extend: press.shift };
}

/** Alt alone is the browser's way back and forth. */
function widthMeaning(
  arrow: Direction,
  press: KeyPress,
  { role }: KeySituation,
): Order | null {
  if (!press.shift || press.ctrl) return null;
  if (role === "lane") return heightMeaning(arrow);
  if (role !== "touchpoint") return null;
  if (arrow === "right") return { type: "width", change: "wider" };
  return arrow === "left" ? { type: "width", change: "narrower" } : null;
}

function heightMeaning(arrow: Direction): Order | null {
  if (arrow === "down") return { type: "height", change: "taller" };
  return arrow === "up" ? { type: "height", change: "lower" } : null;
}

function controlMeaning(press: KeyPress): Intent | Order | null {
  switch (press.key) {
    case "Home":
      return { type: "go", step: "grid-start", extend: press.shift };
    case "End":
      return { type: "go", step: "grid-end", extend: press.shift };
    case "Enter":
      return { type: "add" };
    case " ":
      return press.alt ? null : { type: "pick", at: null };
    default:
      return controlLetter(press);
  }
}

function controlLetter(press: KeyPress): Intent | Order | null {
  if (press.alt) return null;
  switch (press.key.toLowerCase()) {
    case "a":
      return press.shift ? null : { type: "select-all" };
    case "d":
      return press.shift ? null : { type: "duplicate" };
    case "p":
      return press.shift ? null : { type: "show", what: "print" };
    case "z":
      return { type: press.shift ? "redo" : "undo" };
    case "y":
      return press.shift ? null : { type: "redo" };
    default:
      return null;
  }
}

function plainMeaning(
  press: KeyPress,
  situation: KeySituation,
): Intent | Order | null {
  const extend = press.shift;
  switch (press.key) {
    case "Home":
      return { type: "go", step: "row-start", extend };
    case "End":
      return { type: "go", step: "row-end", extend };
    case "PageUp":
      return { type: "go", step: "page-up", extend };
    case "PageDown":
      return { type: "go", step: "page-down", extend };
    case "Enter":
    case "F2":
      if (press.alt && press.key === "Enter" && !press.shift)
        return { type: "facts" };
      return press.shift || press.alt ? null : { type: "enter" };
    case "Escape":
      return { type: "leave" };
    case "Delete":
    case "Backspace":
      return { type: "clear" };
    case "ContextMenu":
      return { type: "menu" };
    case "F10":
      return press.shift ? { type: "menu" } : null;
    case " ":
      if (press.shift) return { type: "pick", at: null };
      return situation.role === "folded-lane"
        ? { type: "enter" }
        : { type: "open" };
    default:
      return null;
  }
}

const ZOOM_DIGITS: Readonly<Record<string, ZoomTo>> = {
  Digit0: "actual",
  Digit1: "fit",
  Digit2: "selection",
};
/** What customers say begins with one, and on many keyboards it is the 2 with Shift. */
const QUOTES = ['"', "'", "„", "“", "”", "«"];

/** Shift and 0, 1 or 2 look at the map differently, unless a quotation begins. */
export function zoomMeaning(
  press: KeyPress,
  { takesTyping, singleKeys }: Pick<KeySituation, "takesTyping" | "singleKeys">,
): Extract<Order, { type: "zoom" }> | null {
  const to = ZOOM_DIGITS[press.code ?? ""];
  if (!to || !press.shift || press.ctrl || press.alt || !singleKeys)
    return null;
  return takesTyping && QUOTES.includes(press.key)
    ? null
    : { type: "zoom", to };
}

function letterMeaning(
  press: KeyPress,
  situation: KeySituation,
): Intent | Order | null {
  if (press.alt || !isWriting(press.key)) return null;
  const isAsking =
    press.key === "/" && situation.isEmpty && situation.singleKeys;
  if (situation.takesTyping && !isAsking) return { type: "type" };
  if (!situation.singleKeys) return null;
  if (isAsking) return { type: "menu" };
  if (press.key === "?") return { type: "help" };
  if (press.key === "h") return { type: "history" };
  if (press.key === "o") return { type: "owner" };
  if (press.key === "c") return { type: "comment" };
  if (press.key === "m") return { type: "move" };
  if (press.key === "f") return { type: "show", what: "filter" };
  if (press.key === "p") return { type: "show", what: "present" };
  const level = "12345".indexOf(press.key);
  return level >= 0 ? { type: "emotion", level } : null;
}

/** A key that writes a character, or starts one: dead keys and input methods announce themselves by name. */
function isWriting(key: string): boolean {
  return key === "Dead" || key === "Process" || [...key].length === 1;
}

/** What a key means while a text is being written; null leaves it to the text field. */
export function editingMeaning(
  press: KeyPress,
): Intent | Order | "cancel" | "new-line" | null {
  if (press.isComposing) return null;
  switch (press.key) {
    case "Escape":
      return "cancel";
    case "Enter":
      if (press.ctrl) return { type: "commit", then: "another" };
      return press.shift || press.alt
        ? "new-line"
        : { type: "commit", then: "down" };
    case "F2":
      return { type: "commit", then: "stay" };
    case "Tab":
      return { type: "commit", then: press.shift ? "left" : "right" };
    default:
      return editingLetter(press);
  }
}

function editingLetter(press: KeyPress): Order | null {
  if (!press.ctrl || press.alt) return null;
  const key = press.key.toLowerCase();
  if (key === "z") return { type: press.shift ? "redo" : "undo" };
  return key === "y" && !press.shift ? { type: "redo" } : null;
}
