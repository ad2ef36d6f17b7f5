import { randomUUID } from "node:crypto";
import type pg from "pg";
import * as Y from "yjs";
import { SCHEMA_VERSION } from "@/lib/journey/limits";
import { inTransaction } from "@/server/db/in-transaction";
import { beginningOf } from "./beginning";
import { packBlob } from "./blob";
import { openDocument } from "./opening";
import type { StoredDocument } from "./contract";
import type { LogWorker } from "./log-worker";
import { dropOldSnapshots, holdSnapshots } from "./snapshots";

type Db = Pick<pg.ClientBase, "query">;

export interface RenewTools {
  readonly pool: pg.Pool;
  readonly worker: LogWorker;
}

export interface RenewWish {
  /** Only a document that is larger than this. */
  readonly aboveBytes: number;
  /** Only one in which nobody has written since. */
  readonly quietSince: Date;
}

/**
 * `small`: it is no larger than it may be. `busy`: somebody writes in it. `same`: written anew it would hardly be
 * smaller, so it is what is on the map that is large.
 */
export interface Renewed {
  readonly outcome: "renewed" | "small" | "busy" | "same" | "not_found";
  readonly bytesBefore: number;
  readonly bytesAfter: number;
}

/** Written anew it has to be so much smaller; everybody who holds a copy begins anew with it. */
const worthFactor = 0.5;

const author = { kind: "system", id: "renew" } as const;

async function isQuiet(
  db: Db,
  journeyId: string,
  { quietSince }: RenewWish,
): Promise<boolean> {
  const { rows } = await db.query<{ is_quiet: boolean }>(
    `SELECT at < $2 AS is_quiet FROM document_update WHERE journey_id = $1 ORDER BY seq DESC LIMIT 1`,
    [journeyId, quietSince],
  );
  return rows[0]?.is_quiet === true;
}

/** The new history, if nobody stored anything in the old one meanwhile. */
async function begin(
  db: Db,
  journeyId: string,
  { stored, whole }: { stored: StoredDocument; whole: Uint8Array },
): Promise<boolean> {
  if (!(await holdSnapshots(db, journeyId))) return false;
  // By the clock, as after a restore: no history of this map ever had this number.
  const head = await db.query<{ epoch: number; head_seq: string }>(
    `UPDATE document_head SET head_seq = head_seq + 1,
       epoch = greatest(epoch + 1, floor(extract(epoch FROM now()) / 60)::int)
     WHERE journey_id = $1 AND head_seq = $2 AND epoch = $3 RETURNING epoch, head_seq`,
    [journeyId, stored.headSeq, stored.epoch],
  );
  const [row] = head.rows;
  if (!row) return false;
  const { epoch, head_seq: seq } = row;
  const stateVector = Y.encodeStateVectorFromUpdate(whole);
  const clients = [...Y.decodeStateVector(stateVector).keys()];
  const change = await packBlob(beginningOf(whole));
  await db.query(
    `INSERT INTO document_update
       (journey_id, seq, epoch, actor_kind, actor_id, conn_id, client_ids, crc32c, codec, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      journeyId,
      seq,
      epoch,
      author.kind,
      author.id,
      randomUUID(),
      clients,
      change.crc32c,
      change.codec,
      change.data,
    ],
  );
  const { crc32c, codec, data } = await packBlob(whole);
  // Without its list of clients: whose the new one is stands in the log.
  await db.query(
    `INSERT INTO document_snapshot (journey_id, seq, epoch, schema_version, sv, crc32c, codec, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      journeyId,
      seq,
      epoch,
      SCHEMA_VERSION,
      Buffer.from(stateVector),
      crc32c,
      codec,
      data,
    ],
  );
  await db.query(
    `INSERT INTO document_state (journey_id, snapshot_seq) VALUES ($1, $2)
     ON CONFLICT (journey_id) DO UPDATE SET snapshot_seq = EXCLUDED.snapshot_seq`,
    [journeyId, seq],
  );
  await dropOldSnapshots(db, journeyId);
  return true;
}

/**
 * Begins another history of a map that has grown by being changed again and again, with a document in which only
 * the map of now is. Versions and log stay; browsers that hold the old document get the new one.
 */
export async function renewJourney(
  { pool, worker }: RenewTools,
  journeyId: string,
  wish: RenewWish,
): Promise<Renewed> {
  const none = { bytesBefore: 0, bytesAfter: 0 };
  if (!(await isQuiet(pool, journeyId, wish)))
    return { outcome: "busy", ...none };
  const stored = await openDocument({ db: pool, worker }, journeyId);
  if (!stored) return { outcome: "not_found", ...none };
  // Something is wrong with it: that is for the doctor.
  if (stored === "careful") return { outcome: "same", ...none };
  const { snapshot, tail } = stored;
  const resting = {
    snapshot: snapshot && (await packBlob(snapshot)),
    tail: await Promise.all(tail.map(({ data }) => packBlob(data))),
  };
  const { whole, bytes } = await worker.run({ kind: "renew", resting });
  const sizes = { bytesBefore: bytes, bytesAfter: whole?.length ?? bytes };
  if (bytes <= wish.aboveBytes) return { outcome: "small", ...sizes };
  if (!whole || whole.length > bytes * worthFactor)
    return { outcome: "same", ...sizes };
  const isBegun = await inTransaction(
    (db) => begin(db, journeyId, { stored, whole }),
    "write",
    pool,
  );
  return { outcome: isBegun ? "renewed" : "busy", ...sizes };
}
