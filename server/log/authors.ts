import type pg from "pg";
import type { FirstSeen } from "./segments/segment";

type Db = Pick<pg.ClientBase, "query">;

// One statement, so that nothing is packed between its parts. Every snapshot lists who brought which client up
// to it: only what came later is looked through, however long the log is.
const authorsSql = `
WITH base AS (
  SELECT seq, clients FROM document_snapshot
  WHERE journey_id = $1 AND seq <= $2 AND clients IS NOT NULL ORDER BY seq DESC LIMIT 1
), later AS (
  SELECT DISTINCT ON (client_id) client_id, actor_kind || ':' || actor_id AS author, seq
  FROM document_update, unnest(client_ids) AS client_id
  WHERE journey_id = $1 AND seq > coalesce((SELECT seq FROM base), 0) AND seq <= $2
  ORDER BY client_id, seq
)
SELECT (SELECT clients FROM base) AS listed,
       (SELECT jsonb_agg(clients ORDER BY first_seq) FROM document_segment
        WHERE journey_id = $1 AND first_seq <= $2 AND NOT EXISTS (SELECT 1 FROM base)) AS packed,
       (SELECT jsonb_agg(jsonb_build_array(client_id, author, seq) ORDER BY seq) FROM later) AS later`;

interface AuthorsRow {
  readonly listed: FirstSeen[] | null;
  readonly packed: FirstSeen[][] | null;
  readonly later: FirstSeen[] | null;
}

/** Every Yjs client of a log up to and including a seq, where it was seen first. */
export async function readClients(
  db: Db,
  journeyId: string,
  upTo: number,
): Promise<FirstSeen[]> {
  const { rows } = await db.query<AuthorsRow>(authorsSql, [journeyId, upTo]);
  const { listed, packed, later } = rows[0]!;
  const seen = new Map<number, FirstSeen>();
  for (const one of [
    ...(listed ?? []),
    ...(packed ?? []).flat(),
    ...(later ?? []),
  ])
    if (one[2] <= upTo && !seen.has(one[0])) seen.set(one[0], one);
  return [...seen.values()];
}
