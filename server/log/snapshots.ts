import type pg from "pg";
import { readClients } from "./authors";
import type { Blob } from "./blob";
import { hasRegressed } from "./clocks";
import {
  snapshotsKept,
  type NewSnapshot,
  type SnapshotResult,
} from "./contract";

type Db = Pick<pg.ClientBase, "query">;

/** Its own space of advisory locks: two nodes must not compact the same document at once. */
const lockSpace = 0x5a9;

/** Keeps others from writing or dropping snapshots of a journey until the transaction ends; false: others do. */
export async function holdSnapshots(
  db: Db,
  journeyId: string,
): Promise<boolean> {
  const { rows } = await db.query<{ held: boolean }>(
    `SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS held`,
    [lockSpace, journeyId],
  );
  return rows[0]?.held === true;
}

/** Whether a snapshot may follow the newest one. */
async function check(
  db: Db,
  journeyId: string,
  { seq, stateVector }: NewSnapshot,
) {
  if (!(await holdSnapshots(db, journeyId))) return "busy";
  // Held, so that whoever deletes the journey waits: what came after would stay for ever. Appends do not wait.
  const head = await db.query(
    `SELECT 1 FROM document_head WHERE journey_id = $1 FOR KEY SHARE`,
    [journeyId],
  );
  if (head.rowCount === 0) return "not_found";
  const { rows } = await db.query<{ seq: string; sv: Buffer }>(
    `SELECT seq, sv FROM document_snapshot WHERE journey_id = $1 ORDER BY seq DESC LIMIT 1`,
    [journeyId],
  );
  const newest = rows[0];
  if (!newest) return "free";
  if (Number(newest.seq) >= seq) return "stale";
  return hasRegressed(newest.sv, stateVector) ? "regressed" : "free";
}

/** Writes a snapshot inside a transaction. `document_head` is never touched, so no commit waits for it. */
export async function writeSnapshot(
  db: Db,
  journeyId: string,
  { snapshot, blob }: { snapshot: NewSnapshot; blob: Blob },
): Promise<SnapshotResult> {
  const verdict = await check(db, journeyId, snapshot);
  if (verdict !== "free") return verdict;
  const { seq, epoch, schemaVersion, stateVector } = snapshot;
  await db.query(
    `INSERT INTO document_snapshot (journey_id, seq, epoch, schema_version, sv, crc32c, codec, data, clients)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      journeyId,
      seq,
      epoch,
      schemaVersion,
      Buffer.from(stateVector),
      blob.crc32c,
      blob.codec,
      blob.data,
      JSON.stringify(await readClients(db, journeyId, seq)),
    ],
  );
  await db.query(
    `INSERT INTO document_state (journey_id, snapshot_seq) VALUES ($1, $2)
     ON CONFLICT (journey_id) DO UPDATE SET snapshot_seq = EXCLUDED.snapshot_seq
     WHERE document_state.snapshot_seq < EXCLUDED.snapshot_seq`,
    [journeyId, seq],
  );
  await dropOldSnapshots(db, journeyId);
  return "saved";
}

/** Keeps the newest ones. The log begins after the one at its foot: that stays, however old. */
export async function dropOldSnapshots(
  db: Db,
  journeyId: string,
): Promise<void> {
  await db.query(
    `DELETE FROM document_snapshot WHERE journey_id = $1 AND seq < (
       SELECT min(seq) FROM (SELECT seq FROM document_snapshot WHERE journey_id = $1
                             ORDER BY seq DESC LIMIT $2) newest)
     AND seq <> (SELECT coalesce(max(last_seq), 0) FROM document_segment WHERE journey_id = $1)`,
    [journeyId, snapshotsKept],
  );
}
