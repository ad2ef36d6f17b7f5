import type * as Y from "yjs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { touchesOf } from "@/lib/journey/difference-authors";
import { pool } from "@/server/db/pool";
import { AppError } from "@/server/errors";
import { unpackBlob } from "@/server/log/blob";
import type { LogActor } from "@/server/log/contract";
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

const sizeSql = `
SELECT count(*) AS rows, coalesce(sum(octet_length(data)), 0) AS bytes FROM document_update
WHERE journey_id = $1 AND seq > $2 AND seq <= $3 AND NOT (actor_kind = $4 AND actor_id = $5)`;
const rowsSql = `
SELECT seq, codec, crc32c, data FROM document_update
WHERE journey_id = $1 AND seq > $2 AND seq <= $3 AND NOT (actor_kind = $4 AND actor_id = $5)
ORDER BY seq`;

interface UpdateRow {
  readonly seq: string;
  readonly codec: number;
  readonly crc32c: string;
  readonly data: Buffer;
}

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
    const { seq } = await held.room.read();
    const { doc } = held.room.document;
    const stamps = guarded.map(({ ref }) => [ref, stateOf(doc, ref)] as const);
    const from = Math.min(...guarded.map(({ ifSeq }) => ifSeq));
    const params = [journeyId, from, seq, author.kind, author.id];
    const size = await pool().query<{ rows: string; bytes: string }>(
      sizeSql,
      params,
    );
    const { rows: count, bytes } = size.rows[0]!;
    if (Number(count) === 0) return { ok: true, stamps };
    if (Number(count) > mostRows || Number(bytes) > mostBytes)
      return { ok: false, seq };
    const { rows } = await pool().query<UpdateRow>(rowsSql, params);
    const isTouched = await anyTouched(rows, guarded, () =>
      held.room.isGone ? null : held.room.document.doc,
    );
    return isTouched ? { ok: false, seq } : { ok: true, stamps };
  } finally {
    held.release();
  }
}

async function anyTouched(
  rows: readonly UpdateRow[],
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
    const { codec, data, crc32c } = row;
    const update = await unpackBlob({ codec, data, crc32c: Number(crc32c) });
    const doc = docNow();
    if (!doc) throw new AppError("unavailable");
    const isTouched = touchesOf(doc, update).some(
      (touch) => Number(row.seq) > (seen.get(keyOf(touch)) ?? Infinity),
    );
    if (isTouched) return true;
  }
  return false;
}

/** Whether things still say what they said when they were looked at. */
export const areSame = (doc: Y.Doc, stamps: Stamps): boolean =>
  stamps.every(([ref, state]) => stateOf(doc, ref) === state);
