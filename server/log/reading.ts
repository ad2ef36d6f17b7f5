import type pg from "pg";
import { AppError } from "@/server/errors";
import { blobOf, unpackBlob, type BlobColumns } from "./blob";
import type {
  LogActor,
  LogHead,
  Range,
  StoredDocument,
  StoredUpdate,
} from "./contract";
import { streamPacked } from "./segments/read";

type Db = Pick<pg.ClientBase, "query">;

interface UpdateColumns extends BlobColumns {
  seq: string;
  actor_kind: LogActor["kind"];
  actor_id: string;
  client_ids: string[];
}

async function readPacked(
  db: Db,
  journeyId: string,
  range: Range,
): Promise<StoredUpdate[]> {
  const updates: StoredUpdate[] = [];
  for await (const changes of streamPacked(db, journeyId, range))
    for (const { seq, actor, clientIds, blob } of changes)
      updates.push({ seq, actor, clientIds, data: await unpackBlob(blob) });
  return updates;
}

/**
 * Reads a part of a log; where it begins before the log does, out of segments.
 *
 * @throws AppError `blob_damaged` when it has a hole or a row that cannot be read.
 */
export async function readUpdates(
  db: Db,
  journeyId: string,
  { after, upTo }: Range,
): Promise<StoredUpdate[]> {
  const { rows } = await db.query<UpdateColumns>(
    `SELECT seq, actor_kind, actor_id, client_ids, codec, crc32c, data
     FROM document_update WHERE journey_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
    [journeyId, after, upTo],
  );
  // Asked after the log: what is packed at this moment is found in one of the two.
  const before = Number(rows[0]?.seq ?? upTo + 1) - 1;
  const packed =
    before > after
      ? await readPacked(db, journeyId, { after, upTo: before })
      : [];
  if (packed.length + rows.length !== upTo - after)
    throw new AppError("blob_damaged", `updates after ${after} are missing`);
  const inLog = rows.map(async (row) => ({
    seq: Number(row.seq),
    data: await unpackBlob(blobOf(row)),
    actor: { kind: row.actor_kind, id: row.actor_id },
    clientIds: row.client_ids.map(Number),
  }));
  return [...packed, ...(await Promise.all(inLog))];
}

/** Where the logs of journeys have got to; those that have none are missing. */
export async function readHeads(
  db: Db,
  journeyIds: readonly string[],
): Promise<Map<string, LogHead>> {
  const { rows } = await db.query<{
    journey_id: string;
    head_seq: string;
    epoch: number;
  }>(
    `SELECT journey_id, head_seq, epoch FROM document_head WHERE journey_id = ANY($1)`,
    [journeyIds],
  );
  return new Map(
    rows.map(({ journey_id: id, head_seq: seq, epoch }) => [
      id,
      { headSeq: Number(seq), epoch },
    ]),
  );
}

/** The newest snapshot that can be read and is not passed over, and how many newer ones could not. */
async function readSnapshot(
  db: Db,
  journeyId: string,
  passedOver: ReadonlySet<number>,
) {
  const { rows } = await db.query<BlobColumns & { seq: string }>(
    `SELECT seq, codec, crc32c, data FROM document_snapshot
     WHERE journey_id = $1 ORDER BY seq DESC`,
    [journeyId],
  );
  for (const [damaged, row] of rows.entries()) {
    if (passedOver.has(Number(row.seq))) continue;
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

export interface HeadColumns {
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
  return rows[0] ? headOf(rows[0]) : null;
}

/** Where a document stands, as its row says. */
export const headOf = (row: HeadColumns): Head => ({
  epoch: row.epoch,
  headSeq: Number(row.head_seq),
  projSeq: Number(row.proj_seq ?? 0),
});

/**
 * Reads a document inside a transaction that sees one moment; null where there is none.
 *
 * @throws AppError `blob_damaged` when the tail has a hole or a row that cannot be read.
 */
export async function readDocument(
  db: Db,
  journeyId: string,
  passedOver: ReadonlySet<number> = new Set(),
): Promise<StoredDocument | null> {
  const head = await readHead(db, journeyId);
  if (!head) return null;
  const snapshot = await readSnapshot(db, journeyId, passedOver);
  const tail = await readUpdates(db, journeyId, {
    after: snapshot.seq,
    upTo: head.headSeq,
  });
  return {
    ...head,
    snapshotSeq: snapshot.seq,
    snapshot: snapshot.data,
    tail,
    damagedSnapshots: snapshot.damaged,
  };
}
