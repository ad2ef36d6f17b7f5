import type * as Y from "yjs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { touchesOf } from "@/lib/journey/difference-authors";
import { pool } from "@/server/db/pool";
import { AppError } from "@/server/errors";
import { isBeginning } from "@/server/log/beginning";
import { unpackBlob } from "@/server/log/blob";
import { authorKey, type LogActor } from "@/server/log/contract";
import { readChanges, readShares } from "@/server/log/history";
import type { PackedChange } from "@/server/log/segments/frames";
import type { Share } from "@/server/log/segments/segment";
import { syncCore } from "@/server/sync/sync-core";
import { stateOf, type EntityRef } from "./map-entity";

/** Beyond this any change by someone else counts: to look into every one would keep others waiting. */
const mostRows = 1_000;
const mostBytes = 1024 * 1024;
/** Between so many changes everyone else has a turn. */
const rowsPerTurn = 100;

/** A thing that must be as its asker saw it. */
export interface Guarded {
  readonly ref: EntityRef;
  readonly ifSeq: number;
}

/** What things said when nobody else had changed them, to compare with just before the write. */
export type Stamps = readonly (readonly [EntityRef, string])[];

export type Since =
  | { readonly ok: true; readonly stamps: Stamps }
  | { readonly ok: false; readonly seq: number };

const keyOf = ({ root, id }: { root: string; id: string }) => `${root}/${id}`;

/** Whether anyone else has changed the guarded things after the change that the asker knows. */
export async function lookSince(
  journeyId: string,
  author: LogActor,
  guarded: readonly Guarded[],
): Promise<Since> {
  if (guarded.length === 0) return { ok: true, stamps: [] };
  const held = await syncCore().rooms.enter(journeyId);
  if (!held) throw new AppError("not_found");
  try {
    await held.room.follower.reach();
    const seq = await held.room.settles();
    const { doc } = held.room.document;
    const stamps = guarded.map(({ ref }) => [ref, stateOf(doc, ref)] as const);
    const from = Math.min(...guarded.map(({ ifSeq }) => ifSeq));
    const range = { after: from, upTo: seq };
    const [shares = []] = await readShares(pool(), journeyId, [range]);
    const others = shares.filter(
      ({ actor }) => authorKey(actor) !== authorKey(author),
    );
    if (others.length === 0) return { ok: true, stamps };
    const sum = (of: (share: Share) => number) =>
      others.reduce((total, share) => total + of(share), 0);
    if (
      sum(({ edits }) => edits) > mostRows ||
      sum(({ bytes }) => bytes) > mostBytes
    )
      return { ok: false, seq };
    const rows = await readChanges(pool(), journeyId, {
      ...range,
      notBy: author,
    });
    const isTouched = await anyTouched(rows, guarded, () =>
      held.room.isGone ? null : held.room.document.doc,
    );
    return isTouched ? { ok: false, seq } : { ok: true, stamps };
  } finally {
    held.release();
  }
}

async function anyTouched(
  rows: readonly PackedChange[],
  guarded: readonly Guarded[],
  docNow: () => Y.Doc | null,
): Promise<boolean> {
  const seen = new Map<string, number>();
  for (const { ref, ifSeq } of guarded) {
    const key = keyOf(ref);
    seen.set(key, Math.min(seen.get(key) ?? ifSeq, ifSeq));
  }
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerTurn === rowsPerTurn - 1) await nextTurn();
    const update = await unpackBlob(row.blob);
    // What was changed before a history began anew cannot be found in it.
    if (isBeginning(update)) return true;
    const doc = docNow();
    if (!doc) throw new AppError("unavailable");
    const isTouched = touchesOf(doc, update).some(
      (touch) => row.seq > (seen.get(keyOf(touch)) ?? Infinity),
    );
    if (isTouched) return true;
  }
  return false;
}

/** Whether things still say what they said when they were looked at. */
export const areSame = (doc: Y.Doc, stamps: Stamps): boolean =>
  stamps.every(([ref, state]) => stateOf(doc, ref) === state);
