import { setTimeout as wait } from "node:timers/promises";
import { pool } from "@/server/db/pool";

const everyMs = 100;
/** Rows follow within two seconds; where very many maps are busy, whoever asked is not kept longer. */
const patienceMs = 4_000;

const behindSql = `
SELECT count(*)::int AS n FROM unnest($1::uuid[], $2::bigint[]) AS asked(journey_id, seq)
LEFT JOIN document_state s USING (journey_id)
WHERE coalesce(s.proj_seq, 0) < asked.seq`;

type Seqs = ReadonlyMap<string, number>;

/** Whether the rows of these maps reflect at least these changes. */
export async function areRowsAt(seqs: Seqs): Promise<boolean> {
  const values = [[...seqs.keys()], [...seqs.values()]];
  const { rows } = await pool().query<{ n: number }>(behindSql, values);
  return rows[0]?.n === 0;
}

/**
 * Waits until the rows of these maps say what was just stored, so that the page that is read next does too.
 *
 * @param seqs - by journey, the change that the rows must have reached.
 * @returns whether they do; false once that took too long.
 */
export async function awaitRows(seqs: Seqs): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    if (seqs.size === 0 || (await areRowsAt(seqs))) return true;
    await wait(everyMs);
  }
  return false;
}
