import type pg from "pg";
import { blobOf, unpackBlob, type Blob } from "./blob";
import type { StoredDocument } from "./contract";
import { isDamage, mergeLarge, readTail } from "./large";
import type { LogWorker } from "./log-worker";
import { headOf, readUpdates, type Head, type HeadColumns } from "./reading";

type Db = Pick<pg.ClientBase, "query">;

/** From so many stored bytes on, some 512 KiB unpacked, a document of several parts is put together apart. */
const largeBytes = 144 * 1024;
/** Changes behind a snapshot that are looked at for that: so many are more, however small each of them is. */
const mostWeighed = 15_000;

/** Where a document stands, its newest snapshot as it rests, and how much there is behind that. */
export interface Newest {
  readonly head: Head;
  /** 0: there is none. */
  readonly snapshotSeq: number;
  readonly snapshot: Blob | null;
  readonly tailBytes: number;
}

interface NewestColumns extends HeadColumns {
  snapshot_seq: string | null;
  codec: number;
  crc32c: string;
  data: Buffer;
  tail_bytes: string;
}

// What is behind the snapshot is most often nothing, but PostgreSQL expects a third of the log there: without the order
// and the limit it reads all of it, of all maps.
const newestSql = `
SELECT h.head_seq, h.epoch, s.proj_seq, n.seq AS snapshot_seq, n.codec, n.crc32c, n.data, tail.bytes AS tail_bytes
FROM document_head h
LEFT JOIN document_state s USING (journey_id)
LEFT JOIN LATERAL (
  SELECT seq, codec, crc32c, data FROM document_snapshot
  WHERE journey_id = h.journey_id ORDER BY seq DESC LIMIT 1) n ON true
CROSS JOIN LATERAL (
  SELECT coalesce(sum(octet_length(data)), 0) AS bytes FROM (
    SELECT data FROM document_update
    WHERE journey_id = h.journey_id AND seq > coalesce(n.seq, 0) ORDER BY seq LIMIT ${mostWeighed}) behind) tail
WHERE h.journey_id = $1`;

async function readNewest(db: Db, journeyId: string): Promise<Newest | null> {
  const { rows } = await db.query<NewestColumns>({
    name: "read-newest",
    text: newestSql,
    values: [journeyId],
  });
  const [row] = rows;
  return row
    ? {
        head: headOf(row),
        snapshotSeq: Number(row.snapshot_seq ?? 0),
        snapshot: row.snapshot_seq === null ? null : blobOf(row),
        tailBytes: Number(row.tail_bytes),
      }
    : null;
}

/** `careful`: something is wrong with it, which may be read around. */
type Opened = StoredDocument | null | "careful";

interface Parts {
  readonly db: Db;
  readonly worker: LogWorker;
}

/** What is stored after the moment of `newest` is not asked for, and what was stored before it does not change. */
async function complete(
  { db, worker }: Parts,
  { journeyId, newest }: { journeyId: string; newest: Newest },
): Promise<Opened> {
  const { head, snapshot, snapshotSeq, tailBytes } = newest;
  const range = { after: snapshotSeq, upTo: head.headSeq };
  const hasTail = head.headSeq > snapshotSeq;
  const bytes = (snapshot?.data.length ?? 0) + tailBytes;
  if (hasTail && worker.isApart && bytes > largeBytes) {
    const tail = await readTail(db, journeyId, range);
    return (await mergeLarge(worker, newest, { snapshot, tail })) ?? "careful";
  }
  const tail = hasTail ? await readUpdates(db, journeyId, range) : [];
  try {
    const data = snapshot && (await unpackBlob(snapshot));
    return { ...head, snapshotSeq, snapshot: data, tail, damagedSnapshots: 0 };
  } catch {
    return "careful";
  }
}

/**
 * Reads a document as it nearly always is, whole and with a sound newest snapshot: in one round trip, or two
 * where something was stored after the snapshot; null where there is none.
 */
export async function openDocument(
  parts: Parts,
  journeyId: string,
): Promise<Opened> {
  const newest = await readNewest(parts.db, journeyId);
  if (newest === null) return null;
  try {
    return await complete(parts, { journeyId, newest });
  } catch (error) {
    if (isDamage(error)) return "careful";
    throw error;
  }
}
