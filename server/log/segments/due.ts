import type pg from "pg";
import type { PackWish } from "./plan";

const pageSize = 500;
const first = "00000000-0000-0000-0000-000000000000";

// Each journey by its own key: one change is looked at, however long the logs are.
const dueSql = `
SELECT h.journey_id, u.at < $3 AS is_due FROM (
  SELECT journey_id FROM document_head WHERE journey_id > $1 ORDER BY journey_id LIMIT ${pageSize}
) h
CROSS JOIN LATERAL (
  SELECT coalesce(max(last_seq), 0) AS foot FROM document_segment s WHERE s.journey_id = h.journey_id
) packed
LEFT JOIN document_update u ON u.journey_id = h.journey_id AND u.seq = packed.foot + $2
ORDER BY 1`;

/** Journeys whose log has enough old changes to be worth looking at. */
export async function* dueJourneys(
  pool: pg.Pool,
  { before, leastRows }: Pick<PackWish, "before" | "leastRows">,
): AsyncGenerator<string> {
  let after = first;
  for (;;) {
    const { rows } = await pool.query<{
      journey_id: string;
      is_due: boolean | null;
    }>(dueSql, [after, leastRows, before]);
    for (const { journey_id: journeyId, is_due: isDue } of rows)
      if (isDue) yield journeyId;
    const last = rows.at(-1);
    if (!last) return;
    after = last.journey_id;
  }
}
