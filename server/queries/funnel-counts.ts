import {
  COUNT_NAME,
  NO_COUNT_NAME,
  PEOPLE_MEASURES,
} from "@/lib/insight/count-units";
import type { FunnelCounts } from "@/lib/insight/funnel";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

interface CountsOf {
  /** Which evidence, of rows `e`. */
  readonly where: string;
  /** Where the statement knows the names of what counts people, and of what does not. */
  readonly count: string;
  readonly noCount: string;
}

/**
 * For each journey of the touchpoints in `placed`: how many came to which of them, as the table `came`.
 *
 * The figures are those that `count-units.ts` tells of. They can be compared only where one source counted in one unit
 * over one time. Of such sets the newest that reaches over two touchpoints or more is told; of equally new ones the one
 * that reaches furthest.
 */
export const countsSql = ({ where, count, noCount }: CountsOf) => `
counted AS (
  SELECT e.id, e."createdAt", e."journeyId", e."touchpointId", lower(e.unit) AS unit, coalesce(e.measure, '') AS measure, e.source,
         e."heldFrom", e."heldOn", e.value
  FROM "Evidence" e
  JOIN placed ON placed."journeyId" = e."journeyId" AND placed.id = e."touchpointId"
  WHERE ${where} AND e."deletedAt" IS NULL AND e."touchpointId" IS NOT NULL
    AND e."personaId" IS NULL AND e."scaleLow" IS NULL AND e.value >= 0
    AND (e.measure = '${PEOPLE_MEASURES.always}' OR coalesce(e.measure, '${PEOPLE_MEASURES.named}') = '${PEOPLE_MEASURES.named}'
         AND lower(e.unit) ~ ${count} AND lower(e.unit) !~ ${noCount})
), best AS (
  SELECT DISTINCT ON ("journeyId") "journeyId", unit, measure, source, "heldFrom", "heldOn" FROM counted
  GROUP BY "journeyId", unit, measure, source, "heldFrom", "heldOn"
  HAVING count(DISTINCT "touchpointId") > 1
  ORDER BY "journeyId", "heldOn" DESC, count(DISTINCT "touchpointId") DESC, unit, measure, source, "heldFrom"
), came AS (
  SELECT DISTINCT ON (c."journeyId", c."touchpointId") c."journeyId", c."touchpointId", c.unit, c.source,
         c."heldFrom"::text AS "heldFrom", c."heldOn"::text AS "heldOn", round(c.value)::float8 AS count
  FROM counted c
  JOIN best ON best."journeyId" = c."journeyId" AND best.unit = c.unit AND best.measure = c.measure AND best.source = c.source
           AND best."heldOn" = c."heldOn" AND best."heldFrom" IS NOT DISTINCT FROM c."heldFrom"
  ORDER BY c."journeyId", c."touchpointId", c."createdAt" DESC, c.id DESC
)`;

const ofOneJourney = countsSql({
  where: `e."workspaceId" = $1 AND e."journeyId" = $2`,
  count: "$3",
  noCount: "$4",
});

const sql = `
WITH placed AS (
  SELECT t."journeyId", t.id FROM "TouchpointRow" t
  WHERE t."workspaceId" = $1 AND t."journeyId" = $2 AND t."stageId" IS NOT NULL
), ${ofOneJourney}
SELECT "touchpointId", unit, source, "heldFrom", "heldOn", count FROM came ORDER BY "touchpointId"`;

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
