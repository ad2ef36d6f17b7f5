import type pg from "pg";
import { inTransaction } from "@/server/db/in-transaction";
import { AppError } from "@/server/errors";
import { packBlob } from "./blob";
import { streamLog } from "./history";
import { isDamage, readResting } from "./large";
import type { RestingDocument } from "./log-jobs";
import type { LogWorker } from "./log-worker";

/**
 * Of the log at once, in bytes: it lies here several times, as text of the database, as bytes and in the thread. Not less
 * than the document, which is put together anew for each part.
 */
const leastPart = 1024 * 1024;

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

/** The snapshot before one, as it rests; at 0 there is none, and the log leads from the start. */
const snapshotBefore = (pool: pg.Pool, { journeyId, seq }: Claim) =>
  inTransaction(
    async (db) => {
      const { rows } = await db.query<{ seq: string }>(
        `SELECT coalesce(max(seq), 0) AS seq FROM document_snapshot WHERE journey_id = $1 AND seq < $2`,
        [journeyId, seq],
      );
      const from = Number(rows[0]?.seq ?? 0);
      const at = { journeyId, from, upTo: from };
      return { from, snapshot: (await readResting(db, at)).snapshot };
    },
    "read",
    pool,
  );

/** The hash of the map that a snapshot holds by itself. */
async function hashOf({ pool, worker }: CheckTools, claim: Claim) {
  const { journeyId, seq } = claim;
  const at = { journeyId, from: seq, upTo: seq };
  const resting = await readResting(pool, at);
  return (await worker.run({ kind: "hash", resting })).hash;
}

/**
 * The hash of the map that the snapshot before and what followed lead to. The log is read in parts, without a
 * transaction: of a map on which much is pasted it is long, no connection is to wait for the thread, and what came
 * after the last snapshot but one is not packed away.
 *
 * @throws AppError `blob_damaged` where a change is missing or cannot be read.
 */
async function hashOfLog({ pool, worker }: CheckTools, claim: Claim) {
  const { journeyId, seq: upTo } = claim;
  const { from, snapshot } = await snapshotBefore(pool, claim);
  let resting: RestingDocument = { snapshot, tail: [] };
  let read = from;
  const bytesAtOnce = Math.max(leastPart, snapshot?.data.length ?? 0);
  const wanted = { after: from, upTo, bytesAtOnce };
  for await (const part of streamLog(pool, journeyId, wanted)) {
    if (resting.tail.length > 0) {
      const { whole } = await worker.run({ kind: "merge", resting });
      resting = { snapshot: await packBlob(whole!), tail: [] };
    }
    for (const { seq } of part)
      if (seq !== ++read)
        throw new AppError("blob_damaged", `change ${read} is missing`);
    resting = { ...resting, tail: part.map(({ blob }) => blob) };
  }
  if (read < upTo)
    throw new AppError("blob_damaged", `change ${read + 1} is missing`);
  return (await worker.run({ kind: "hash", resting })).hash;
}

async function findFault(tools: CheckTools, claim: Claim) {
  try {
    if ((await hashOf(tools, claim)) !== claim.hash)
      return "it holds another map than the document";
  } catch (error) {
    if (isDamage(error)) return `it cannot be read back: ${String(error)}`;
    throw error;
  }
  // A log that cannot be read is no reason to give up a snapshot that can: it stands in for it.
  const led = await hashOfLog(tools, claim);
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
