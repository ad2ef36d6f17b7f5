import type pg from "pg";
import * as Y from "yjs";
import { inTransaction } from "@/server/db/in-transaction";
import { AppError } from "@/server/errors";
import {
  blobOf,
  packBlob,
  unpackBlob,
  type Blob,
  type BlobColumns,
} from "../blob";
import { snapshotsKept, type PackResult } from "../contract";
import { streamHistory, streamLog } from "../history";
import { isDamage } from "../large";
import type { LogWorker } from "../log-worker";
import { readHead } from "../reading";
import { holdSnapshots } from "../snapshots";
import type { PackedChange } from "./frames";
import { planPacking, type PackPlan, type PackWish } from "./plan";
import { proveSnapshot } from "./prove";
import { peopleColumn, readFoot, streamPacked } from "./read";
import { packSegment } from "./segment";

type Db = Pick<pg.ClientBase, "query">;

export interface PackTools {
  readonly pool: pg.Pool;
  readonly worker: LogWorker;
  /** Hears why a log was left as it is. */
  readonly report: (error: unknown) => void;
  /** Between packing and dropping, in the same transaction. For tests. */
  readonly beforeDrop?: (db: Db) => Promise<void>;
}

/** What is to be packed of which log. */
interface Work extends PackPlan {
  readonly journeyId: string;
  readonly foot: number;
}

async function planWork(
  db: Db,
  journeyId: string,
  wish: PackWish,
): Promise<Work | "not_found" | "nothing"> {
  const head = await readHead(db, journeyId);
  if (!head) return "not_found";
  const foot = await readFoot(db, journeyId);
  const young = await db.query<{ seq: string }>(
    `SELECT seq FROM document_update WHERE journey_id = $1 AND seq > $2 AND at >= $3
     ORDER BY seq LIMIT 1`,
    [journeyId, foot, wish.before],
  );
  const kept = await db.query<{ seq: string }>(
    `SELECT seq FROM document_snapshot WHERE journey_id = $1 ORDER BY seq DESC LIMIT $2`,
    [journeyId, snapshotsKept],
  );
  const state = {
    foot,
    headSeq: head.headSeq,
    firstYoung: young.rows[0] ? Number(young.rows[0].seq) : null,
    snapshots: kept.rows.map(({ seq }) => Number(seq)),
  };
  const plan = planPacking(state, wish);
  return plan ? { ...plan, journeyId, foot } : "nothing";
}

async function findSnapshot(
  db: Db,
  journeyId: string,
  seq: number,
): Promise<Blob | null> {
  const { rows } = await db.query<BlobColumns>(
    `SELECT codec, crc32c, data FROM document_snapshot WHERE journey_id = $1 AND seq = $2`,
    [journeyId, seq],
  );
  return rows[0] ? blobOf(rows[0]) : null;
}

/** Where the foot itself is damaged, everything before it stands in for it. */
async function readable(blob: Blob | null): Promise<Blob | null> {
  try {
    if (blob) await unpackBlob(blob);
    return blob;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

async function prove(
  db: Db,
  worker: LogWorker,
  { journeyId, foot, ...plan }: Work,
): Promise<Uint8Array> {
  const base = await readable(await findSnapshot(db, journeyId, foot));
  const snapshot = await findSnapshot(db, journeyId, plan.snapshotSeq);
  if (!snapshot) throw new AppError("blob_damaged", "its snapshot is gone");
  const range = { after: base ? foot : 0, upTo: plan.snapshotSeq };
  const changes = streamHistory(db, journeyId, range);
  const whole = await proveSnapshot(worker, plan, { base, changes, snapshot });
  if (!whole)
    throw new AppError(
      "blob_damaged",
      `snapshot ${plan.snapshotSeq} says something else than the changes before it`,
    );
  return whole;
}

async function writeSegment(
  db: Db,
  journeyId: string,
  changes: readonly PackedChange[],
): Promise<void> {
  const segment = await packSegment(changes);
  const { firstSeq, lastSeq, firstAt, lastAt, blob } = segment;
  await db.query(
    `INSERT INTO document_segment
       (journey_id, first_seq, last_seq, first_at, last_at, people, clients, crc32c, codec, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      journeyId,
      firstSeq,
      lastSeq,
      firstAt,
      lastAt,
      peopleColumn(segment.shares),
      JSON.stringify(segment.clients),
      blob.crc32c,
      blob.codec,
      blob.data,
    ],
  );
}

/** Reads what was packed back: nothing is dropped that was not seen to rest as it was. */
async function checkPacked(db: Db, work: Work): Promise<void> {
  const { journeyId, foot, upTo } = work;
  let found = 0;
  for await (const changes of streamPacked(db, journeyId, {
    after: foot,
    upTo,
  })) {
    const { rows } = await db.query<{ same: number }>(
      `SELECT count(*)::int AS same FROM unnest($2::bigint[], $3::bigint[]) AS packed(seq, crc32c)
       JOIN document_update u ON u.journey_id = $1 AND u.seq = packed.seq AND u.crc32c = packed.crc32c`,
      [
        journeyId,
        changes.map(({ seq }) => seq),
        changes.map(({ blob }) => blob.crc32c),
      ],
    );
    found += rows[0]!.same;
  }
  if (found !== upTo - foot)
    throw new AppError("blob_damaged", "a segment lacks what is in the log");
}

/** Takes what is packed out of the log, which then begins after a snapshot that was proved. */
async function drop(db: Db, work: Work, whole: Uint8Array): Promise<void> {
  const { journeyId, foot, upTo, snapshotSeq } = work;
  await db.query(
    `DELETE FROM document_update WHERE journey_id = $1 AND seq > $2 AND seq <= $3`,
    [journeyId, foot, upTo],
  );
  const blob = await packBlob(whole);
  await db.query(
    `INSERT INTO document_snapshot (journey_id, seq, epoch, schema_version, sv, crc32c, codec, data)
     SELECT $1, $2, s.epoch, s.schema_version, $4, $5, $6, $7
     FROM document_snapshot s WHERE s.journey_id = $1 AND s.seq >= $3 ORDER BY s.seq LIMIT 1
     ON CONFLICT (journey_id, seq) DO NOTHING`,
    [
      journeyId,
      upTo,
      snapshotSeq,
      Buffer.from(Y.encodeStateVectorFromUpdate(whole)),
      blob.crc32c,
      blob.codec,
      blob.data,
    ],
  );
  // Of what followed those, a part is packed now.
  await db.query(
    `DELETE FROM document_snapshot WHERE journey_id = $1 AND seq < $2`,
    [journeyId, upTo],
  );
}

/** All or nothing: killed at any moment, a change is either in the log or in a segment. */
async function move(
  db: Db,
  work: Work,
  { whole, beforeDrop }: { whole: Uint8Array } & Pick<PackTools, "beforeDrop">,
): Promise<"packed" | "busy" | "not_found"> {
  const { journeyId, foot, upTo } = work;
  if (!(await holdSnapshots(db, journeyId))) return "busy";
  // Appends go on; whoever deletes the journey waits.
  const head = await db.query(
    `SELECT 1 FROM document_head WHERE journey_id = $1 FOR KEY SHARE`,
    [journeyId],
  );
  if (head.rowCount === 0) return "not_found";
  if ((await readFoot(db, journeyId)) !== foot) return "busy";
  const old = streamLog(db, journeyId, { after: foot, upTo });
  for await (const changes of old) await writeSegment(db, journeyId, changes);
  await beforeDrop?.(db);
  await checkPacked(db, work);
  await drop(db, work, whole);
  return "packed";
}

/**
 * Packs old changes of one journey into segments and drops them from its log.
 *
 * Only what a snapshot was proved to hold, by replaying everything before it, and what no other kept snapshot
 * needs behind it. Rooms write on meanwhile.
 */
export async function packJourney(
  { pool, worker, report, beforeDrop }: PackTools,
  journeyId: string,
  wish: PackWish,
): Promise<PackResult> {
  try {
    const found = await inTransaction(
      async (db) => {
        const work = await planWork(db, journeyId, wish);
        if (typeof work === "string") return work;
        return { work, whole: await prove(db, worker, work) };
      },
      "read",
      pool,
    );
    if (typeof found === "string") return { outcome: found, changes: 0 };
    const { work, whole } = found;
    const outcome = await inTransaction(
      (db) => move(db, work, { whole, beforeDrop }),
      "write",
      pool,
    );
    const changes = outcome === "packed" ? work.upTo - work.foot : 0;
    return { outcome, changes };
  } catch (error) {
    if (!isDamage(error)) throw error;
    report(error);
    return { outcome: "unproved", changes: 0 };
  }
}
