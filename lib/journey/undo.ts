import * as Y from "yjs";
import { refusalOf } from "./command";
import type { CommandRefusal, RefusalReason } from "./command";
import type { EntityId } from "./ids";
import { UNDO_LIMIT } from "./limits";
import { tokenOf, writeRegister, writerOf } from "./register";
import type { RegisterPath } from "./register";

/** One register that a command changed; `created` marks the birth of an entity, whose undo is its deletion. */
export type Change =
  | {
      readonly kind: "register";
      readonly path: RegisterPath;
      readonly before: unknown;
      readonly after: unknown;
    }
  | { readonly kind: "created"; readonly path: RegisterPath };

export interface Stroke {
  readonly doc: Y.Doc;
  readonly origin: unknown;
  readonly actorId: string;
  readonly now: () => number;
  readonly changes: readonly Change[];
  readonly entity: EntityId | null;
}

export type UndoResult =
  | { readonly ok: true; readonly entity: EntityId | null }
  | {
      readonly ok: false;
      readonly reason: "nothing" | RefusalReason;
      readonly entity: EntityId | null;
    }
  | {
      readonly ok: false;
      readonly reason: "changed_since";
      readonly entity: EntityId | null;
      /** The client that wrote what stands there now, as far as that can be told. */
      readonly by: number | null;
    };

interface TextEntry {
  readonly kind: "text";
  readonly manager: Y.UndoManager;
  readonly entity: EntityId | null;
}
interface StrokeEntry {
  readonly kind: "stroke";
  readonly stroke: Stroke;
  readonly changes: readonly Change[];
  readonly entity: EntityId | null;
}
/** What came of one act of the person: undone from its end, redone from its beginning. */
interface GroupEntry {
  readonly kind: "group";
  readonly entries: readonly Entry[];
  readonly entity: EntityId | null;
}
type Entry = TextEntry | StrokeEntry | GroupEntry;

export interface UndoStack {
  readonly push: (stroke: Stroke) => void;
  readonly undo: () => UndoResult;
  readonly redo: () => UndoResult;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly clear: () => void;
  /** Does several commands whose entries become one. */
  readonly asOne: <T>(work: () => T) => T;
  /** For `trackText`: takes over a manager with something to undo, as one entry. */
  readonly pushText: (manager: Y.UndoManager, entity: EntityId | null) => void;
}

/**
 * The undo stack of one tab.
 *
 * It remembers, for each register it wrote, which write was its own last one. A register in which
 * anything else stands by now was written by someone else and is left alone.
 */
export function createUndoStack(
  options: { readonly limit?: number } = {},
): UndoStack {
  return new CommandUndoStack(options.limit ?? UNDO_LIMIT).asStack();
}

class CommandUndoStack {
  private done: Entry[] = [];
  private undone: Entry[] = [];
  private readonly ownWrites = new Map<string, string | null>();
  private readonly listeners = new Set<() => void>();
  /** What is done while several commands become one entry. */
  private gathered: Entry[] | null = null;

  constructor(private readonly limit: number) {}

  asStack(): UndoStack {
    return {
      push: (stroke) => this.push(stroke),
      pushText: (manager, entity) =>
        this.add({ kind: "text", manager, entity }),
      asOne: (work) => this.asOne(work),
      undo: () => this.step(this.done, this.undone, "undo"),
      redo: () => this.step(this.undone, this.done, "redo"),
      canUndo: () => this.done.length > 0,
      canRedo: () => this.undone.length > 0,
      clear: () => this.clear(),
      subscribe: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }

  private push(stroke: Stroke): void {
    if (stroke.changes.length === 0) return;
    for (const { path } of stroke.changes) this.remember(stroke.doc, path);
    this.add({
      kind: "stroke",
      stroke,
      changes: stroke.changes,
      entity: stroke.entity,
    });
  }

  private asOne<T>(work: () => T): T {
    if (this.gathered !== null) return work();
    const entries: Entry[] = [];
    this.gathered = entries;
    try {
      return work();
    } finally {
      this.gathered = null;
      const [first, ...others] = entries;
      const { entity = null } = entries.find((one) => one.entity) ?? {};
      if (first)
        this.add(
          others.length > 0 ? { kind: "group", entries, entity } : first,
        );
    }
  }

  private add(entry: Entry): void {
    if (this.gathered !== null) {
      this.gathered.push(entry);
      return;
    }
    this.undone.forEach(release);
    this.undone = [];
    this.done.push(entry);
    if (this.done.length > this.limit) release(this.done.shift()!);
    this.notify();
  }

  private clear(): void {
    [...this.done, ...this.undone].forEach(release);
    this.done = [];
    this.undone = [];
    this.ownWrites.clear();
    this.notify();
  }

  private step(
    from: Entry[],
    to: Entry[],
    direction: "undo" | "redo",
  ): UndoResult {
    const entry = from.at(-1);
    if (entry === undefined)
      return { ok: false, reason: "nothing", entity: null };
    const { entity } = entry;
    const refusal = this.refusalOf(entry);
    if (refusal !== null) return { ...refusal, entity };
    const by = this.laterWriter(entry);
    from.pop();
    const reverted = this.turn(entry, direction);
    if (reverted !== null) to.push(reverted);
    else release(entry);
    this.notify();
    return reverted !== null
      ? { ok: true, entity }
      : { ok: false, reason: "changed_since", entity, by };
  }

  /** What of an entry could be undone or redone; null where others changed all of it since. */
  private turn(entry: Entry, direction: "undo" | "redo"): Entry | null {
    switch (entry.kind) {
      case "text":
        return revertText(entry, direction);
      case "stroke":
        return this.revert(entry, direction);
      case "group":
        return this.turnAll(entry, direction);
    }
  }

  private turnAll(
    group: GroupEntry,
    direction: "undo" | "redo",
  ): GroupEntry | null {
    const inOrder = (entries: readonly Entry[]) =>
      direction === "undo" ? [...entries].reverse() : entries;
    const turned = inOrder(group.entries).flatMap((entry) => {
      const done = this.turn(entry, direction);
      if (done === null) release(entry);
      return done ?? [];
    });
    return turned.length === 0 ? null : { ...group, entries: inOrder(turned) };
  }

  private revert(
    entry: StrokeEntry,
    direction: "undo" | "redo",
  ): StrokeEntry | null {
    const { doc, origin } = entry.stroke;
    const ordered =
      direction === "undo" ? [...entry.changes].reverse() : entry.changes;
    const applied = new Set<Change>();
    doc.transact(() => {
      for (const change of ordered) {
        if (!this.isOwn(doc, change.path)) continue;
        writeRegister(
          doc,
          change.path,
          targetOf(change, entry.stroke, direction),
        );
        this.remember(doc, change.path);
        applied.add(change);
      }
    }, origin);
    if (applied.size === 0) return null;
    return {
      ...entry,
      changes: entry.changes.filter((change) => applied.has(change)),
    };
  }

  /** What a command would be refused, its undo and redo are too. */
  private refusalOf(entry: Entry): CommandRefusal | null {
    if (entry.kind === "group") {
      const refusals = entry.entries.map((one) => this.refusalOf(one));
      return refusals.find((refusal) => refusal !== null) ?? null;
    }
    if (entry.kind === "text") return refusalOf(entry.manager, "content");
    const { doc } = entry.stroke;
    const isStructure = entry.changes.some(
      ({ path }) => isStructural(path) && this.isOwn(doc, path),
    );
    return refusalOf({ doc }, isStructure ? "structure" : "content");
  }

  /** Who wrote over the last thing of an entry that others wrote over. */
  private laterWriter(entry: Entry): number | null {
    if (entry.kind === "text") return null;
    if (entry.kind === "group")
      return entry.entries.reduceRight<number | null>(
        (found, one) => found ?? this.laterWriter(one),
        null,
      );
    const { doc } = entry.stroke;
    const lost = entry.changes.findLast(({ path }) => !this.isOwn(doc, path));
    return lost ? writerOf(doc, lost.path) : null;
  }

  private isOwn(doc: Y.Doc, path: RegisterPath): boolean {
    return this.ownWrites.get(path.join("/")) === tokenOf(doc, path);
  }

  private remember(doc: Y.Doc, path: RegisterPath): void {
    this.ownWrites.set(path.join("/"), tokenOf(doc, path));
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Where an entity of the structure stands, and whether it is there at all. */
function isStructural([root, , key, ...deeper]: RegisterPath): boolean {
  if (deeper.length > 0) return false;
  if (root === "stages" || root === "lanes")
    return key === "pos" || key === "del";
  return root === "touchpoints" && (key === "loc" || key === "del");
}

function targetOf(
  change: Change,
  stroke: Stroke,
  direction: "undo" | "redo",
): unknown {
  if (change.kind === "register")
    return direction === "undo" ? change.before : change.after;
  return direction === "undo"
    ? { by: stroke.actorId, at: stroke.now() }
    : undefined;
}

function revertText(
  entry: TextEntry,
  direction: "undo" | "redo",
): TextEntry | null {
  const { manager } = entry;
  let did = false;
  if (direction === "undo")
    while (manager.canUndo()) did = manager.undo() !== null || did;
  else while (manager.canRedo()) did = manager.redo() !== null || did;
  return did ? entry : null;
}

/** Cutting the manager's own stacks by hand corrupts it, so it is cleared through itself. */
function release(entry: Entry): void {
  if (entry.kind === "group") entry.entries.forEach(release);
  if (entry.kind !== "text") return;
  entry.manager.clear();
  entry.manager.destroy();
}

/** Typing in one text, from focus to blur; Ctrl+Z while it is open goes to `undo` here. */
export interface TextSession {
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Undoes everything typed in this session, and nothing that others typed meanwhile. */
  readonly revert: () => void;
  /** Ends the session; what it typed joins the stack as one entry. */
  readonly close: () => void;
}

const CAPTURE_MS = 500;

/**
 * Starts a session of typing in one text.
 *
 * @param origin - the object that the tab's own transactions carry; identity counts, not its class.
 */
export function trackText(
  stack: UndoStack,
  text: Y.Text | Y.XmlFragment,
  options: { readonly origin: unknown; readonly entity?: EntityId | null },
): TextSession {
  const manager = new Y.UndoManager(text, {
    trackedOrigins: new Set([options.origin]),
    captureTimeout: CAPTURE_MS,
  });
  let open = true;
  return {
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    revert: () => {
      while (manager.canUndo()) manager.undo();
    },
    close: () => {
      if (!open) return;
      open = false;
      manager.stopCapturing();
      endTracking(manager, options.origin);
      if (manager.canUndo()) stack.pushText(manager, options.entity ?? null);
      else manager.destroy();
    },
  };
}

/** A later session on the same text has a manager of its own; two would undo the same words twice. */
function endTracking(manager: Y.UndoManager, origin: unknown): void {
  manager.removeTrackedOrigin(origin);
}
