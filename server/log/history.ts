import type pg from "pg";
import { inTransaction } from "@/server/db/in-transaction";
import { blobOf, type BlobColumns } from "./blob";
import { authorKey, type LogActor, type Range } from "./contract";
import type { PackedChange } from "./segments/frames";
import { packedShares, streamPacked } from "./segments/read";
import { sumShares, type Share } from "./segments/segment";

type Db = Pick<pg.ClientBase, "query">;

const mostBytesAtOnce = 4 * 1024 * 1024;
/** As many as a segment holds. */
const mostRowsAtOnce = 5_000;

/** As many of the next changes as the memory may hold; one at least, however large it is. */
const nextSql = `
WITH next AS (
  SELECT seq, sum(bytes) OVER (ORDER BY seq) AS bytes FROM (
    SELECT seq, octet_length(data) AS bytes FROM document_update
    WHERE journey_id = $1 AND seq > $2 AND seq <= $3 AND NOT (actor_kind = $4 AND actor_id = $5)
    ORDER BY seq LIMIT ${mostRowsAtOnce}
  ) sized
)
SELECT seq, epoch, at, actor_kind, actor_id, conn_id, client_ids, idem_key, codec, crc32c, data
FROM document_update
WHERE journey_id = $1 AND seq > $2
  AND NOT (actor_kind = $4 AND actor_id = $5)
  AND seq <= (SELECT coalesce(max(seq) FILTER (WHERE bytes <= $6), min(seq)) FROM next)
ORDER BY seq`;

interface ChangeColumns extends BlobColumns {
  seq: string;
  epoch: number;
  at: Date;
  actor_kind: LogActor["kind"];
  actor_id: string;
  conn_id: string;
  client_ids: string[];
  idem_key: string | null;
}

/** A range, and whose changes in it are of no interest. */
export interface Wanted extends Range {
  readonly notBy?: LogActor;
  /** So many bytes of them at once, packed; never more than 4 MiB, which is what is read where nothing is said. */
  readonly bytesAtOnce?: number;
}

const changeOf = (row: ChangeColumns): PackedChange => ({
  seq: Number(row.seq),
  epoch: row.epoch,
  at: row.at,
  actor: { kind: row.actor_kind, id: row.actor_id },
  connId: row.conn_id,
  clientIds: row.client_ids.map(Number),
  idemKey: row.idem_key,
  blob: blobOf(row),
});

const nobody = { kind: "", id: "" } as const;

/** Changes that are still in the log, with little of them in memory at once. */
export async function* streamLog(
  db: Db,
  journeyId: string,
  { after, upTo, notBy, bytesAtOnce = mostBytesAtOnce }: Wanted,
): AsyncGenerator<PackedChange[]> {
  const { kind, id } = notBy ?? nobody;
  let read = after;
  while (read < upTo) {
    const { rows } = await db.query<ChangeColumns>(nextSql, [
      journeyId,
      read,
      upTo,
      kind,
      id,
      Math.min(bytesAtOnce, mostBytesAtOnce),
    ]);
    const last = rows.at(-1);
    if (!last) return;
    read = Number(last.seq);
    yield rows.map(changeOf);
  }
}

/**
 * All changes of a range, wherever they rest: packed ones, then those of the log. Inside a transaction that
 * sees one moment; to any other one might be in both places.
 *
 * @throws AppError `blob_damaged` where a segment cannot be read.
 */
export async function* streamHistory(
  db: Db,
  journeyId: string,
  wanted: Wanted,
): AsyncGenerator<PackedChange[]> {
  const { notBy } = wanted;
  for await (const changes of streamPacked(db, journeyId, wanted))
    yield changes.filter(
      ({ actor }) => !notBy || authorKey(actor) !== authorKey(notBy),
    );
  yield* streamLog(db, journeyId, wanted);
}

const sharesSql = `
SELECT r.nth, u.actor_kind, u.actor_id, max(u.at) AS at, max(u.seq) AS last_seq,
       count(*) AS edits, sum(octet_length(u.data)) AS bytes
FROM unnest($2::bigint[], $3::bigint[]) WITH ORDINALITY AS r(after, up_to, nth)
JOIN document_update u ON u.journey_id = $1 AND u.seq > r.after AND u.seq <= r.up_to
GROUP BY 1, 2, 3`;

interface ShareColumns {
  nth: string;
  actor_kind: LogActor["kind"];
  actor_id: string;
  at: Date;
  last_seq: string;
  edits: string;
  bytes: string;
}

const shareOf = (row: ShareColumns): Share => ({
  actor: { kind: row.actor_kind, id: row.actor_id },
  at: row.at,
  lastSeq: Number(row.last_seq),
  edits: Number(row.edits),
  bytes: Number(row.bytes),
});

/** How much each author wrote in each of some ranges of a log, whoever wrote last first. */
export function readShares(
  pool: pg.Pool,
  journeyId: string,
  ranges: readonly Range[],
): Promise<Share[][]> {
  const work = async (db: pg.PoolClient) => {
    if (ranges.length === 0) return [];
    const { rows } = await db.query<ShareColumns>(sharesSql, [
      journeyId,
      ranges.map(({ after }) => after),
      ranges.map(({ upTo }) => upTo),
    ]);
    const packed = await packedShares(db, journeyId, ranges);
    return packed.map((shares, index) =>
      sumShares([
        shares,
        rows.filter(({ nth }) => Number(nth) === index + 1).map(shareOf),
      ]),
    );
  };
  return inTransaction(work, "read", pool);
}

/** All changes of a range: only for one of which `readShares` has told that it is short. */
export function readChanges(
  pool: pg.Pool,
  journeyId: string,
  wanted: Wanted,
): Promise<PackedChange[]> {
  const work = async (db: pg.PoolClient) => {
    const changes: PackedChange[] = [];
    for await (const batch of streamHistory(db, journeyId, wanted))
      changes.push(...batch);
    return changes;
  };
  return inTransaction(work, "read", pool);
}
