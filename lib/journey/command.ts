import * as Y from "yjs";
import { findRoot } from "./document";
import type { RootName } from "./document";
import type { NewEntity } from "./entities";
import { asId } from "./ids";
import type { AnyId, EntityId } from "./ids";
import { MAX_COMMAND_BYTES, SCHEMA_VERSION } from "./limits";
import { isSameJson } from "./plain";
import { readRegister, writeRegister } from "./register";
import type { RegisterPath } from "./register";
import type { Change, UndoStack } from "./undo";

/** Who changes which document, and everything that the core may not fetch itself. */
export interface CommandContext {
  readonly doc: Y.Doc;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A new UUID in lower case. */
  readonly newId: () => string;
  /** 0 to below 1. */
  readonly random: () => number;
  /** Marks the transactions; in a tab always one and the same object. */
  readonly origin: unknown;
  /** Where the command leaves its entry; absent on the server. */
  readonly undo?: UndoStack;
}

export type RefusalReason =
  /** The entity is not there or is deleted, or `before` is not in the list. */
  | "not_found"
  | "structure_locked"
  | "lane_holds_no_cards"
  /** The lane's span asks for the other kind of column. */
  | "wrong_column"
  | "too_many_cards"
  /** A value that the schema does not allow. */
  | "invalid"
  | "too_long"
  /** That a pain stays as it is needs saying why. */
  | "reason_missing"
  /** The document was upgraded by a newer build; this one must reload first. */
  | "newer_schema";

export interface CommandRefusal {
  readonly ok: false;
  readonly reason: RefusalReason;
}

export type CommandResult<T extends object = object> =
  | (T & { readonly ok: true })
  | CommandRefusal;

export function refuse(reason: RefusalReason): CommandRefusal {
  return { ok: false, reason };
}

/** Whether this build may change the document; every command and every undo asks first. */
export function refusalOf(
  ctx: Pick<CommandContext, "doc">,
  change: "content" | "structure",
): CommandRefusal | null {
  const meta = findRoot(ctx.doc, "meta");
  const schema = meta?.get("schema");
  if (typeof schema === "number" && schema > SCHEMA_VERSION)
    return refuse("newer_schema");
  if (change === "structure" && meta?.get("structureLocked") === true)
    return refuse("structure_locked");
  return null;
}

/** The id for a new entity: the one asked for or a fresh one; null if it is taken. */
export function freeId<T extends AnyId>(
  ctx: CommandContext,
  root: RootName,
  wanted: T | undefined,
): T | null {
  const id = asId<T>(wanted ?? ctx.newId());
  return findRoot(ctx.doc, root)?.has(id) ? null : id;
}

interface Step {
  readonly bytes: number;
  readonly run: () => void;
}

/**
 * The writes of one command, planned first and then done in one transaction, or in several when they
 * would encode above the limit; one undo entry either way.
 */
export class Plan {
  private readonly steps: Step[] = [];
  private readonly changes: Change[] = [];

  constructor(private readonly ctx: CommandContext) {}

  /** Sets one register; undefined removes it. Writing what already stands there is left out. */
  set(path: RegisterPath, value: unknown): this {
    const { doc } = this.ctx;
    const before = readRegister(doc, path);
    if (isSameJson(before, value)) return this;
    this.changes.push({ kind: "register", path, before, after: value });
    return this.step(sizeOf(value) + path.join("").length, () =>
      writeRegister(doc, path, value),
    );
  }

  /**
   * Sets one register and says what it says already as well, so that it is this person's word from now on: what somebody
   * said before can no longer be undone under it.
   */
  say(path: RegisterPath, value: unknown): this {
    const { doc } = this.ctx;
    if (!isSameJson(readRegister(doc, path), value))
      return this.set(path, value);
    return this.step(sizeOf(value) + path.join("").length, () =>
      writeRegister(doc, path, value),
    );
  }

  /** Adds a whole entity; its undo is its deletion. */
  create(path: RegisterPath, made: NewEntity): this {
    const { doc } = this.ctx;
    this.changes.push({ kind: "created", path: [...path, "del"] });
    this.step(made.bytes, () => writeRegister(doc, path, made.entity));
    for (const [key, text] of made.later) {
      this.step(text.length * MAX_BYTES_PER_UNIT, () => {
        const held = made.entity.get(key);
        if (held instanceof Y.Text) held.insert(0, text);
      });
    }
    return this;
  }

  /** A write that a `create` of this plan already undoes, such as the content of a new text. */
  then(bytes: number, run: () => void): this {
    return this.step(bytes, run);
  }

  /** Does the writes and leaves one entry on the undo stack. */
  commit(entity: EntityId | null = null): void {
    const { doc, origin, undo, actorId, now } = this.ctx;
    for (const batch of batchesOf(this.steps)) {
      doc.transact(() => batch.forEach((step) => step.run()), origin);
    }
    undo?.push({ doc, origin, actorId, now, changes: this.changes, entity });
  }

  private step(bytes: number, run: () => void): this {
    this.steps.push({ bytes: bytes + STEP_OVERHEAD, run });
    return this;
  }
}

/** Ids and struct headers around a value: generous, since the limit is about the order of size. */
const STEP_OVERHEAD = 64;
const MAX_BYTES_PER_UNIT = 3;

function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length * MAX_BYTES_PER_UNIT;
  return value === undefined
    ? 0
    : (JSON.stringify(value)?.length ?? 0) * MAX_BYTES_PER_UNIT;
}

function* batchesOf(steps: readonly Step[]): Generator<Step[]> {
  let batch: Step[] = [];
  let bytes = 0;
  for (const step of steps) {
    if (batch.length > 0 && bytes + step.bytes > MAX_COMMAND_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(step);
    bytes += step.bytes;
  }
  if (batch.length > 0) yield batch;
}
