import type pg from "pg";
import { inTransaction } from "@/server/db/in-transaction";
import { AppError } from "@/server/errors";
import { isDamage, readResting } from "./large";
import type { LogWorker } from "./log-worker";

interface CheckTools {
  readonly pool: pg.Pool;
  readonly worker: LogWorker;
  /** Hears what is wrong, and what kept it from being found out. */
  readonly report: (error: unknown) => void;
}

interface Claim {
  readonly journeyId: string;
  /** Of the snapshot. */
  readonly seq: number;
  /** Of the document that it was made from. */
  readonly hash: string;
}

/** Hashes of the map that a snapshot holds by itself, and that the one before it and what followed lead to. */
async function hashFrom(
  { pool, worker }: CheckTools,
  { journeyId, seq }: Claim,
  start: "itself" | "before",
): Promise<string | null> {
  const resting = await inTransaction(
    async (db) => {
      if (start === "itself")
        return readResting(db, { journeyId, from: seq, upTo: seq });
      const { rows } = await db.query<{ seq: string }>(
        `SELECT coalesce(max(seq), 0) AS seq FROM document_snapshot WHERE journey_id = $1 AND seq < $2`,
        [journeyId, seq],
      );
      const from = Number(rows[0]?.seq ?? 0);
      return readResting(db, { journeyId, from, upTo: seq });
    },
    "read",
    pool,
  );
  return (await worker.run({ kind: "hash", resting })).hash;
}

async function findFault(tools: CheckTools, claim: Claim) {
  try {
    if ((await hashFrom(tools, claim, "itself")) !== claim.hash)
      return "it holds another map than the document";
  } catch (error) {
    if (isDamage(error)) return `it cannot be read back: ${String(error)}`;
    throw error;
  }
  // A log that cannot be read is no reason to give up a snapshot that can: it stands in for it.
  const led = await hashFrom(tools, claim, "before");
  return led === claim.hash ? null : "the log leads to another map";
}

async function dropSnapshot(
  pool: pg.Pool,
  { journeyId, seq }: Claim,
): Promise<void> {
  await inTransaction(
    async (db) => {
      await db.query(
        `DELETE FROM document_snapshot WHERE journey_id = $1 AND seq = $2`,
        [journeyId, seq],
      );
      await db.query(
        `UPDATE document_state SET snapshot_seq = coalesce(
           (SELECT max(seq) FROM document_snapshot WHERE journey_id = $1), 0)
         WHERE journey_id = $1`,
        [journeyId],
      );
    },
    "write",
    pool,
  );
}

/**
 * Reads a snapshot back and compares what it holds, and what the snapshot before it and the log lead to, with
 * the document that it was made from. One that is wrong is deleted: older ones and the log stand in.
 *
 * @returns whether it may stay.
 */
export async function checkSnapshot(
  tools: CheckTools,
  claim: Claim,
): Promise<boolean> {
  try {
    const fault = await findFault(tools, claim);
    if (fault === null) return true;
    const { journeyId, seq } = claim;
    tools.report(
      new AppError("blob_damaged", `snapshot ${journeyId}/${seq}: ${fault}`),
    );
    await dropSnapshot(tools.pool, claim);
    return false;
  } catch (error) {
    tools.report(error);
    return true;
  }
}
