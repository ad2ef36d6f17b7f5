import type pg from "pg";
import { AppError } from "@/server/errors";
import { blobOf, type Blob, type BlobColumns } from "./blob";
import type { Range, StoredDocument } from "./contract";
import type { RestingDocument } from "./log-jobs";
import type { LogWorker } from "./log-worker";
import type { Head } from "./reading";

type Db = Pick<pg.ClientBase, "query">;

/** Whether it is the stored bytes that are wrong. */
export const isDamage = (error: unknown): boolean =>
  error instanceof AppError && error.code === "blob_damaged";

export interface Stretch {
  readonly journeyId: string;
  /** Of the snapshot to begin with; 0: with nothing. */
  readonly from: number;
  readonly upTo: number;
}

/**
 * Reads changes as they rest.
 *
 * @throws AppError `blob_damaged` when one is missing.
 */
export async function readTail(
  db: Db,
  journeyId: string,
  { after, upTo }: Range,
): Promise<Blob[]> {
  const { rows } = await db.query<BlobColumns>(
    `SELECT codec, crc32c, data FROM document_update
     WHERE journey_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
    [journeyId, after, upTo],
  );
  if (rows.length !== upTo - after)
    throw new AppError("blob_damaged", `changes after ${after} are missing`);
  return rows.map(blobOf);
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
  const tail = await readTail(db, journeyId, { after: from, upTo });
  const [row] = held.rows;
  if (from > 0 && !row)
    throw new AppError("blob_damaged", `snapshot ${from} is missing`);
  return { snapshot: row ? blobOf(row) : null, tail };
}

/**
 * Puts a large document together in the thread; null where that did not work, whatever the reason.
 *
 * @param at - the moment that `resting` was read at.
 */
export async function mergeLarge(
  worker: LogWorker,
  at: { readonly head: Head; readonly snapshotSeq: number },
  resting: RestingDocument,
): Promise<StoredDocument | null> {
  try {
    const { whole } = await worker.run({ kind: "merge", resting });
    if (!whole) return null;
    const { head, snapshotSeq } = at;
    const none = { tail: [], damagedSnapshots: 0 };
    return { ...head, ...none, snapshotSeq, snapshot: whole };
  } catch {
    return null;
  }
}
