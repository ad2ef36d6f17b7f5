import {
  COUNT_NAME,
  NO_COUNT_NAME,
  PEOPLE_MEASURES,
} from "@/lib/insight/count-units";
import type { FunnelCounts } from "@/lib/insight/funnel";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

/**
 * The figures are those that `count-units.ts` tells of. They can be compared only where one source counted in one unit over one time. Of such sets the newest that reaches
 * over two touchpoints or more is told; of equally new ones the one that reaches furthest.
 */
const sql = `
WITH counted AS (
  SELECT e.id, e."createdAt", e."touchpointId", lower(e.unit) AS unit, coalesce(e.measure, '') AS measure, e.source,
         e."heldFrom", e."heldOn", e.value
  FROM "Evidence" e
  JOIN "TouchpointRow" t ON t."workspaceId" = $1 AND t."journeyId" = $2 AND t.id = e."touchpointId" AND t."stageId" IS NOT NULL
  WHERE e."workspaceId" = $1 AND e."journeyId" = $2 AND e."deletedAt" IS NULL AND e."touchpointId" IS NOT NULL
    AND e."personaId" IS NULL AND e."scaleLow" IS NULL AND e.value >= 0
    AND (e.measure = '${PEOPLE_MEASURES.always}' OR coalesce(e.measure, '${PEOPLE_MEASURES.named}') = '${PEOPLE_MEASURES.named}'
         AND lower(e.unit) ~ $3 AND lower(e.unit) !~ $4)
), best AS (
  SELECT unit, measure, source, "heldFrom", "heldOn" FROM counted
  GROUP BY unit, measure, source, "heldFrom", "heldOn"
  HAVING count(DISTINCT "touchpointId") > 1
  ORDER BY "heldOn" DESC, count(DISTINCT "touchpointId") DESC, unit, measure, source, "heldFrom"
  LIMIT 1
)
SELECT DISTINCT ON (c."touchpointId") c."touchpointId", c.unit, c.source, c."heldFrom"::text AS "heldFrom",
       c."heldOn"::text AS "heldOn", round(c.value)::float8 AS count
FROM counted c
JOIN best ON best.unit = c.unit AND best.measure = c.measure AND best.source = c.source AND best."heldOn" = c."heldOn"
         AND best."heldFrom" IS NOT DISTINCT FROM c."heldFrom"
ORDER BY c."touchpointId", c."createdAt" DESC, c.id DESC`;

type CountRow = Omit<FunnelCounts, "counts"> & FunnelCounts["counts"][number];

/** How many came to the touchpoints of a journey; null where nobody counted at two of them in the same way. */
export async function readFunnelCounts(filter: {
  workspaceId: string;
  journeyId: string;
}): Promise<FunnelCounts | null> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { workspaceId, journeyId } = filter;
  const { rows } = await pool().query<CountRow>(sql, [
    workspaceId,
    journeyId,
    COUNT_NAME,
    NO_COUNT_NAME,
  ]);
  const [first] = rows;
  if (!first) return null;
  const { unit, source, heldFrom, heldOn } = first;
  const counts = rows.map(({ touchpointId, count }) => ({
    touchpointId,
    count,
  }));
  return { unit, source, heldFrom, heldOn, counts };
}
