import type pg from "pg";
import type { Blob } from "./blob";
import type { AppendResult, LogRow } from "./contract";

/** A row with its bytes packed, ready for the statement. */
export interface PackedRow extends Omit<LogRow, "data"> {
  readonly journeyId: string;
  readonly blob: Blob;
  /** Where all rows of its append have to follow; none: anywhere. */
  readonly onlyAfter?: number | null;
  /** The only epoch that takes it; none: any. */
  readonly onlyEpoch?: number | null;
}

// One statement, one round trip. `head` takes the locks in the order of ids, or nodes that append to the same
// journeys would deadlock; the numbers come from the locked row, because those of a sequence become visible
// out of order and a reader of "everything after n" would skip rows. What an append asks of the head is asked of
// the locked row too: of all that another node has just stored, it alone is seen by this statement.
const appendSql = (input: string, isWanted: string) => `
WITH input AS (${input}), head AS (
  SELECT journey_id, head_seq, epoch FROM document_head
  WHERE ${isWanted} ORDER BY journey_id FOR NO KEY UPDATE
), numbered AS (
  SELECT i.*, head.epoch,
         head.head_seq + row_number() OVER (PARTITION BY i.journey_id ORDER BY i.nth) AS seq
  FROM input i JOIN head USING (journey_id)
  WHERE coalesce(i.only_after, head.head_seq) = head.head_seq AND coalesce(i.only_epoch, head.epoch) = head.epoch
), bumped AS (
  UPDATE document_head d SET head_seq = n.seq
  FROM (SELECT journey_id, max(seq) AS seq FROM numbered GROUP BY journey_id) n
  WHERE d.journey_id = n.journey_id
), stored AS (
  INSERT INTO document_update
    (journey_id, seq, epoch, actor_kind, actor_id, conn_id, client_ids, idem_key, crc32c, codec, data)
  SELECT journey_id, seq, epoch, actor_kind, actor_id, conn_id, client_ids::bigint[], idem_key,
         crc32c, codec, data
  FROM numbered
)
SELECT head.journey_id, head.epoch, max(n.seq) AS last_seq
FROM head LEFT JOIN numbered n USING (journey_id) GROUP BY 1, 2`;

const columns = [
  "journey_id uuid",
  "actor_kind text",
  "actor_id text",
  "conn_id text",
  "client_ids text",
  "idem_key text",
  "crc32c bigint",
  "codec smallint",
  "data bytea",
  "only_after bigint",
  "only_epoch int",
].map((column) => column.split(" ") as [name: string, type: string]);

const manyRows = appendSql(
  `SELECT * FROM unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(", ")})
     WITH ORDINALITY AS i(${columns.map(([name]) => name).join(", ")}, nth)`,
  "journey_id = ANY($1::uuid[])",
);

/** A change that comes alone, as most do: without arrays, whose making and reading costs both sides as much as storing. */
const oneRow = appendSql(
  `SELECT ${columns.map(([name, type], at) => `$${at + 1}::${type} AS ${name}`).join(", ")}, 1 AS nth`,
  "journey_id = $1::uuid",
);

const valuesOf = (row: PackedRow): unknown[] => [
  row.journeyId,
  row.actor.kind,
  row.actor.id,
  row.connId,
  `{${row.clientIds.join(",")}}`,
  row.idemKey,
  row.blob.crc32c,
  row.blob.codec,
  row.blob.data,
  row.onlyAfter ?? null,
  row.onlyEpoch ?? null,
];

interface Answer {
  readonly journey_id: string;
  readonly epoch: number;
  readonly last_seq: string | null;
}

type Settled = [journeyId: string, result: AppendResult];

/** Appends rows of several journeys at once. Journeys that have no log are missing in the answer. */
export async function appendRows(
  db: Pick<pg.ClientBase, "query">,
  rows: readonly PackedRow[],
): Promise<Map<string, AppendResult>> {
  const all = rows.map(valuesOf);
  const [only] = all;
  const answer = await db.query<Answer>(
    only && all.length === 1
      ? { name: "append-update", text: oneRow, values: only }
      : {
          name: "append-updates",
          text: manyRows,
          values: columns.map((_, at) => all.map((row) => row[at])),
        },
  );
  const epochs = new Map(rows.map((row) => [row.journeyId, row.onlyEpoch]));
  return new Map(
    answer.rows.map(({ journey_id: id, epoch, last_seq: seq }): Settled => {
      if (seq !== null) return [id, { ok: true, lastSeq: Number(seq) }];
      const isOther = (epochs.get(id) ?? epoch) !== epoch;
      return [id, { ok: false, reason: isOther ? "other_epoch" : "stale" }];
    }),
  );
}

const lockSql = `SELECT 1 FROM document_head WHERE journey_id = $1 FOR NO KEY UPDATE`;
const storedSql = `
SELECT seq FROM document_update
WHERE journey_id = $1 AND seq > $2 AND conn_id = $3 AND crc32c = $4 AND data = $5`;

/**
 * Finds rows whose insertion lost its reply. The lock waits for a transaction that may still be ending, so
 * that the answer is final.
 *
 * @returns the newest seq of them, or null if they were not stored.
 */
export async function findStored(
  db: Pick<pg.ClientBase, "query">,
  journeyId: string,
  { afterSeq, row }: { afterSeq: number; row: PackedRow },
): Promise<number | null> {
  await db.query(lockSql, [journeyId]);
  const { blob, connId } = row;
  const found = await db.query<{ seq: string }>(storedSql, [
    journeyId,
    afterSeq,
    connId,
    blob.crc32c,
    blob.data,
  ]);
  const seq = found.rows[0]?.seq;
  return seq === undefined ? null : Number(seq);
}
