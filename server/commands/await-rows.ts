import { setTimeout as wait } from "node:timers/promises";
import { pool } from "@/server/db/pool";

const everyMs = 100;
/** Rows follow within two seconds; where very many maps are busy, whoever asked is not kept longer. */
const patienceMs = 4_000;

const behindSql = `
SELECT count(*)::int AS n FROM unnest($1::uuid[], $2::bigint[]) AS asked(journey_id, seq)
LEFT JOIN document_state s USING (journey_id)
WHERE coalesce(s.proj_seq, 0) < asked.seq`;

/**
 * Waits until the rows of these maps say what was just stored, so that the page that is read next does too.
 *
 * @param seqs - by journey, the change that the rows must have reached.
 */
export async function awaitRows(
  seqs: ReadonlyMap<string, number>,
): Promise<void> {
  const until = performance.now() + patienceMs;
  const values = [[...seqs.keys()], [...seqs.values()]];
  while (seqs.size > 0 && performance.now() < until) {
    const { rows } = await pool().query<{ n: number }>(behindSql, values);
    if (rows[0]?.n === 0) return;
    await wait(everyMs);
  }
}
