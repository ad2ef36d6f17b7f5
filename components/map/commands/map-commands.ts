import type { Order } from "../grid/key-intents";

/** Where a command stands in the list of keys. */
export const COMMAND_GROUPS = [
  "move",
  "see",
  "write",
  "change",
  "more",
] as const;

interface MapCommand {
  readonly group: (typeof COMMAND_GROUPS)[number];
  readonly keys: readonly string[];
  /** What it does beyond the selection itself; without one, the state of the grid or the browser knows. */
  readonly order?: Order;
  /** A single letter or digit, which can be switched off. */
  readonly isSingle?: true;
}

/**
 * All that can be done on a map by name or key, in the order of the list of keys. Palette, menus, tooltips and the
 * list take keys and action from here and the name from the messages under the same id.
 */
export const MAP_COMMANDS = {
  walk: { group: "move", keys: ["← ↑ → ↓"] },
  jump: { group: "move", keys: ["Ctrl ←↑→↓"] },
  row: { group: "move", keys: ["Home", "End"] },
  whole: { group: "move", keys: ["Ctrl Home", "Ctrl End"] },
  page: { group: "move", keys: ["Page ↑", "Page ↓"] },
  extend: { group: "move", keys: ["Shift ←↑→↓"] },
  pick: { group: "move", keys: ["Shift Space", "Ctrl Click"] },
  all: { group: "move", keys: ["Ctrl A"] },
  regions: { group: "move", keys: ["F6", "Shift F6"] },
  fit: {
    group: "see",
    keys: ["Shift 1"],
    order: { type: "zoom", to: "fit" },
    isSingle: true,
  },
  selection: {
    group: "see",
    keys: ["Shift 2"],
    order: { type: "zoom", to: "selection" },
    isSingle: true,
  },
  actual: {
    group: "see",
    keys: ["Shift 0"],
    order: { type: "zoom", to: "actual" },
    isSingle: true,
  },
  zoomIn: {
    group: "see",
    keys: ["Ctrl Wheel"],
    order: { type: "zoom", to: "in" },
  },
  zoomOut: { group: "see", keys: [], order: { type: "zoom", to: "out" } },
  pan: { group: "see", keys: ["Space Drag"] },
  filter: {
    group: "see",
    keys: ["f"],
    order: { type: "show", what: "filter" },
    isSingle: true,
  },
  views: { group: "see", keys: [], order: { type: "show", what: "views" } },
  follow: { group: "see", keys: [], order: { type: "show", what: "people" } },
  call: { group: "see", keys: [], order: { type: "call" } },
  present: {
    group: "see",
    keys: ["p"],
    order: { type: "show", what: "present" },
    isSingle: true,
  },
  print: {
    group: "see",
    keys: ["Ctrl P"],
    order: { type: "show", what: "print" },
  },
  edit: { group: "write", keys: ["↵", "F2"] },
  type: { group: "write", keys: ["a–z"] },
  commit: { group: "write", keys: ["↵"] },
  line: { group: "write", keys: ["Shift ↵", "Alt ↵"] },
  next: { group: "write", keys: ["Tab", "Shift Tab"] },
  cancel: { group: "write", keys: ["Esc"] },
  add: { group: "write", keys: ["Ctrl ↵"] },
  insert: { group: "write", keys: ["/"], isSingle: true },
  clear: { group: "change", keys: ["Del"], order: { type: "clear" } },
  duplicate: {
    group: "change",
    keys: ["Ctrl D"],
    order: { type: "duplicate" },
  },
  reorder: { group: "change", keys: ["Ctrl ←↑→↓"] },
  moveMode: {
    group: "change",
    keys: ["m"],
    order: { type: "move" },
    isSingle: true,
  },
  clipboard: { group: "change", keys: ["Ctrl C", "Ctrl V"] },
  undo: { group: "change", keys: ["Ctrl Z"], order: { type: "undo" } },
  redo: { group: "change", keys: ["Ctrl Shift Z"], order: { type: "redo" } },
  wider: {
    group: "change",
    keys: ["Alt Shift →"],
    order: { type: "width", change: "wider" },
  },
  narrower: {
    group: "change",
    keys: ["Alt Shift ←"],
    order: { type: "width", change: "narrower" },
  },
  taller: { group: "change", keys: ["Alt Shift ↓"] },
  lower: { group: "change", keys: ["Alt Shift ↑"] },
  open: { group: "more", keys: ["Space"], order: { type: "open" } },
  facts: { group: "more", keys: ["Alt ↵"], order: { type: "facts" } },
  menu: { group: "more", keys: ["Shift F10"], order: { type: "menu" } },
  owner: {
    group: "more",
    keys: ["o"],
    order: { type: "owner" },
    isSingle: true,
  },
  comment: {
    group: "more",
    keys: ["c"],
    order: { type: "comment" },
    isSingle: true,
  },
  emotion: { group: "more", keys: ["1–5"], isSingle: true },
  history: {
    group: "more",
    keys: ["h"],
    order: { type: "history" },
    isSingle: true,
  },
  trash: { group: "more", keys: [], order: { type: "show", what: "trash" } },
  palette: {
    group: "more",
    keys: ["Ctrl K"],
    order: { type: "show", what: "palette" },
  },
  help: {
    group: "more",
    keys: ["?"],
    order: { type: "help" },
    isSingle: true,
  },
} as const satisfies Readonly<Record<string, MapCommand>>;

export type CommandId = keyof typeof MAP_COMMANDS;

/** Those that a menu or the palette can carry out. */
export type DoableId = {
  [Id in CommandId]: (typeof MAP_COMMANDS)[Id] extends { order: Order }
    ? Id
    : never;
}[CommandId];

export const COMMAND_IDS = Object.keys(MAP_COMMANDS) as readonly CommandId[];

export const commandOf = (id: CommandId): MapCommand => MAP_COMMANDS[id];
