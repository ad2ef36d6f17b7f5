import * as Y from "yjs";
import type { RegisterPath } from "../register";
import { readRegister } from "../register";
import { isSameJson } from "../plain";
import type { ChangedType } from "../touched";

/** A local transaction of one session of one person; lost if it never left a tab that forgot it. */
export interface Operation {
  readonly session: number;
  readonly number: number;
}

interface Write {
  readonly client: number;
  readonly clock: number;
  readonly origin: Write | null;
  readonly value: unknown;
  readonly operation: Operation;
}

interface Removal {
  readonly target: Write;
  readonly operation: Operation;
}

/**
 * A small reference model of registers, with the order of client ids written out.
 *
 * Each write remembers the write that its author saw. Of the writes that saw the same one, that of the
 * highest client id counts, and what was written on top of it. Yjs does the same with linked structs.
 */
export class RegisterOracle {
  private readonly writes = new Map<string, Write[]>();
  private removals: Removal[] = [];

  /** Takes down what a local transaction wrote. */
  record(
    transaction: Y.Transaction,
    changed: readonly ChangedType[],
    operation: Operation,
  ): void {
    for (const { root, path, type, keys } of changed) {
      for (const key of keys) {
        const item = key === null ? undefined : type._map.get(key);
        if (key === null || item === undefined) continue;
        this.note(transaction, { path: [root, ...path, key], item, operation });
      }
    }
  }

  /** Forgets what never left the tab that made it. */
  forget(isLost: (operation: Operation) => boolean): void {
    for (const [path, writes] of this.writes) {
      this.writes.set(
        path,
        writes.filter(({ operation }) => !isLost(operation)),
      );
    }
    this.removals = this.removals.filter(({ operation }) => !isLost(operation));
  }

  /** Registers of a document that hold another value than they should. */
  *mismatches(doc: Y.Doc): Generator<string> {
    const removed = new Set(this.removals.map(({ target }) => target));
    for (const [path, writes] of this.writes) {
      const winner = winnerOf(writes);
      if (winner === null) continue;
      const expected = removed.has(winner) ? undefined : winner.value;
      const actual = readRegister(
        doc,
        path.split("/") as unknown as RegisterPath,
      );
      if (isSameJson(expected, plain(actual))) continue;
      yield `${path}: expected ${JSON.stringify(expected)}, holds ${JSON.stringify(plain(actual))}`;
    }
  }

  private note(
    transaction: Y.Transaction,
    change: {
      readonly path: readonly string[];
      readonly item: Y.Item;
      readonly operation: Operation;
    },
  ): void {
    const { path, item, operation } = change;
    const name = path.join("/");
    const known = (write: Write) =>
      write.clock < (transaction.beforeState.get(write.client) ?? 0);
    const seen = winnerOf((this.writes.get(name) ?? []).filter(known));
    if (item.deleted) {
      if (seen !== null) this.removals.push({ target: seen, operation });
      return;
    }
    const { client, clock } = item.id;
    const content: unknown = item.content.getContent().at(-1);
    const write: Write = {
      client,
      clock,
      origin: seen,
      value: plain(content),
      operation,
    };
    this.writes.set(name, [...(this.writes.get(name) ?? []), write]);
    if (content instanceof Y.Map)
      this.noteInside(transaction, { path, content, operation });
  }

  private noteInside(
    transaction: Y.Transaction,
    made: {
      readonly path: readonly string[];
      readonly content: Y.Map<unknown>;
      readonly operation: Operation;
    },
  ): void {
    for (const [key, item] of made.content._map) {
      this.note(transaction, {
        path: [...made.path, key],
        item,
        operation: made.operation,
      });
    }
  }
}

const TYPE = "a shared type";

function plain(value: unknown): unknown {
  return value instanceof Y.AbstractType ? TYPE : value;
}

function winnerOf(writes: readonly Write[]): Write | null {
  let winner: Write | null = null;
  for (;;) {
    const seen: Write | null = winner;
    const next: Write[] = writes.filter(({ origin }) => origin === seen);
    if (next.length === 0) return winner;
    winner = next.reduce((a, b) => (b.client > a.client ? b : a));
  }
}
