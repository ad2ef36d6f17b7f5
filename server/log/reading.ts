import type pg from "pg";
import { AppError } from "@/server/errors";
import { unpackBlob, type Blob } from "./blob";
import type { LogActor, StoredDocument, StoredUpdate } from "./contract";

type Db = Pick<pg.ClientBase, "query">;

/** How every table of blobs has its columns. */
export interface BlobColumns {
  codec: number;
  crc32c: string;
  data: Buffer;
}

/** The blob of a row. */
export const blobOf = ({ codec, crc32c, data }: BlobColumns): Blob => ({
  codec,
  crc32c: Number(crc32c),
  data,
});

interface UpdateColumns extends BlobColumns {
  seq: string;
  actor_kind: LogActor["kind"];
  actor_id: string;
  client_ids: string[];
}

async function readTail(
  db: Db,
  journeyId: string,
  afterSeq: number,
): Promise<StoredUpdate[]> {
  const { rows } = await db.query<UpdateColumns>(
    `SELECT seq, actor_kind, actor_id, client_ids, codec, crc32c, data
     FROM document_update WHERE journey_id = $1 AND seq > $2 ORDER BY seq`,
    [journeyId, afterSeq],
  );
  return Promise.all(
    rows.map(async (row) => ({
      seq: Number(row.seq),
      data: await unpackBlob(blobOf(row)),
      actor: { kind: row.actor_kind, id: row.actor_id },
      clientIds: row.client_ids.map(Number),
    })),
  );
}

/** The newest snapshot that can be read, and how many newer ones could not. */
async function readSnapshot(db: Db, journeyId: string) {
  const { rows } = await db.query<BlobColumns & { seq: string }>(
    `SELECT seq, codec, crc32c, data FROM document_snapshot
     WHERE journey_id = $1 ORDER BY seq DESC`,
    [journeyId],
  );
  for (const [damaged, row] of rows.entries()) {
    try {
      return {
        seq: Number(row.seq),
        data: await unpackBlob(blobOf(row)),
        damaged,
      };
    } catch {
      continue;
    }
  }
  return { seq: 0, data: null, damaged: rows.length };
}

interface HeadColumns {
  head_seq: string;
  epoch: number;
  proj_seq: string | null;
}

/** Where a document stands. */
export type Head = Pick<StoredDocument, "epoch" | "headSeq" | "projSeq">;

/** Finds out where a document stands; null where there is none. */
export async function readHead(
  db: Db,
  journeyId: string,
): Promise<Head | null> {
  const { rows } = await db.query<HeadColumns>(
    `SELECT h.head_seq, h.epoch, s.proj_seq FROM document_head h
     LEFT JOIN document_state s USING (journey_id) WHERE h.journey_id = $1`,
    [journeyId],
  );
  const head = rows[0];
  return head
    ? {
        epoch: head.epoch,
        headSeq: Number(head.head_seq),
        projSeq: Number(head.proj_seq ?? 0),
      }
    : null;
}

/**
 * Reads a document inside a transaction that sees one moment; null where there is none.
 *
 * @throws AppError `blob_damaged` when the tail has a hole or a row that cannot be read.
 */
export async function readDocument(
  db: Db,
  journeyId: string,
): Promise<StoredDocument | null> {
  const head = await readHead(db, journeyId);
  if (!head) return null;
  const snapshot = await readSnapshot(db, journeyId);
  const tail = await readTail(db, journeyId, snapshot.seq);
  if (tail.length !== head.headSeq - snapshot.seq) {
    throw new AppError(
      "blob_damaged",
      `updates after ${snapshot.seq} are missing`,
    );
  }
  return {
    ...head,
    snapshotSeq: snapshot.seq,
    snapshot: snapshot.data,
    tail,
    damagedSnapshots: snapshot.damaged,
  };
}
