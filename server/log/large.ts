import type pg from "pg";
import { AppError } from "@/server/errors";
import type { StoredDocument } from "./contract";
import type { RestingDocument } from "./log-jobs";
import type { LogWorker } from "./log-worker";
import { blobOf, readHead, type BlobColumns, type Head } from "./reading";

type Db = Pick<pg.ClientBase, "query">;

/** Whether it is the stored bytes that are wrong. */
export const isDamage = (error: unknown): boolean =>
  error instanceof AppError && error.code === "blob_damaged";

/** From so many stored bytes on, some 512 KiB unpacked, a document of several parts is put together apart. */
const largeBytes = 144 * 1024;

// A lone snapshot is given as it is: unpacking it does not happen in this thread anyway.
const largeSql = `
SELECT coalesce(newest.seq, 0) AS seq FROM (SELECT 1) one LEFT JOIN (
  SELECT seq, octet_length(data) AS bytes FROM document_snapshot
  WHERE journey_id = $1 ORDER BY seq DESC LIMIT 1) newest ON true
CROSS JOIN LATERAL (
  SELECT count(*) AS rows, sum(octet_length(data)) AS bytes FROM document_update
  WHERE journey_id = $1 AND seq > coalesce(newest.seq, 0)) tail
WHERE tail.rows > 0 AND coalesce(newest.bytes, 0) + tail.bytes > ${largeBytes}`;

export interface Stretch {
  readonly journeyId: string;
  /** Of the snapshot to begin with; 0: with nothing. */
  readonly from: number;
  readonly upTo: number;
}

/**
 * Reads a document as it rests, from a snapshot on.
 *
 * @throws AppError `blob_damaged` when something in it is missing.
 */
export async function readResting(
  db: Db,
  { journeyId, from, upTo }: Stretch,
): Promise<RestingDocument> {
  const held = await db.query<BlobColumns>(
    `SELECT codec, crc32c, data FROM document_snapshot WHERE journey_id = $1 AND seq = $2`,
    [journeyId, from],
  );
  const { rows } = await db.query<BlobColumns>(
    `SELECT codec, crc32c, data FROM document_update
     WHERE journey_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
    [journeyId, from, upTo],
  );
  const [row] = held.rows;
  if ((from > 0 && !row) || rows.length !== upTo - from)
    throw new AppError("blob_damaged", `changes after ${from} are missing`);
  return { snapshot: row ? blobOf(row) : null, tail: rows.map(blobOf) };
}

/** A large document as it rests. */
export interface LargeDocument {
  readonly head: Head;
  /** Of the snapshot that it begins with. */
  readonly snapshotSeq: number;
  readonly resting: RestingDocument;
}

/**
 * Reads a document that is worth a thread, inside a transaction that sees one moment; null where it is small,
 * in one piece already, or where something is missing.
 */
export async function readLarge(
  db: Db,
  journeyId: string,
): Promise<LargeDocument | null> {
  const { rows } = await db.query<{ seq: string }>(largeSql, [journeyId]);
  const head = rows[0] ? await readHead(db, journeyId) : null;
  if (!head) return null;
  const snapshotSeq = Number(rows[0]?.seq);
  try {
    const stretch = { journeyId, from: snapshotSeq, upTo: head.headSeq };
    return { head, snapshotSeq, resting: await readResting(db, stretch) };
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** Puts a large document together in the thread; null where that did not work, whatever the reason. */
export async function mergeLarge(
  worker: LogWorker,
  { head, snapshotSeq, resting }: LargeDocument,
): Promise<StoredDocument | null> {
  try {
    const { whole } = await worker.run({ kind: "merge", resting });
    if (!whole) return null;
    const none = { tail: [], damagedSnapshots: 0 };
    return { ...head, ...none, snapshotSeq, snapshot: whole };
  } catch {
    return null;
  }
}
