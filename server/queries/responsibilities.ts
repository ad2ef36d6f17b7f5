import type { Responsibilities } from "@/lib/api/ownership";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

// One statement; each part is gathered once for all journeys that are asked for. Who has a part at which stage
// is only put together for one journey: for all of them nobody could read it.
const sql = `
WITH j AS (
  SELECT id, title FROM "Journey"
  WHERE "workspaceId" = $1 AND "deletedAt" IS NULL AND "archivedAt" IS NULL AND ($2::uuid IS NULL OR id = $2)
), placed AS (
  SELECT t."journeyId", t."stageId", t.id FROM "TouchpointRow" t
  JOIN j ON j.id = t."journeyId" WHERE t."stageId" IS NOT NULL
), held AS (
  SELECT o."journeyId", o."touchpointId", o.role, h.id, h.name, h.kind, h.colour FROM "TouchpointOwner" o
  JOIN j ON j.id = o."journeyId"
  JOIN "Stakeholder" h ON h."workspaceId" = o."workspaceId" AND h.id = o."stakeholderId"
), owned AS (
  SELECT DISTINCT "journeyId", "touchpointId" FROM held WHERE role = 'responsible'
), width AS (
  SELECT placed."journeyId", placed."stageId", count(*) AS touchpoints,
         count(*) FILTER (WHERE owned."touchpointId" IS NULL) AS without
  FROM placed
  LEFT JOIN owned ON owned."journeyId" = placed."journeyId" AND owned."touchpointId" = placed.id
  GROUP BY placed."journeyId", placed."stageId"
), part AS (
  SELECT placed."journeyId", placed."stageId", held.id, held.name, held.kind, held.colour,
         count(*) FILTER (WHERE held.role = 'responsible') AS responsible, count(*) FILTER (WHERE held.role = 'involved') AS involved
  FROM placed
  JOIN held ON held."journeyId" = placed."journeyId" AND held."touchpointId" = placed.id
  WHERE $2::uuid IS NOT NULL
  GROUP BY placed."journeyId", placed."stageId", held.id, held.name, held.kind, held.colour
), people AS (
  SELECT "journeyId", "stageId", json_agg(json_build_object('id', id, 'name', name, 'kind', kind, 'colour', colour,
           'responsible', responsible, 'involved', involved) ORDER BY lower(name), id) AS list
  FROM part GROUP BY "journeyId", "stageId"
)
SELECT j.id, j.title, coalesce(sum(width.touchpoints), 0)::int AS touchpoints, coalesce(sum(width.without), 0)::int AS "withoutOwner",
       coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'colour', s.colour, 'touchpoints', coalesce(width.touchpoints, 0),
         'withoutOwner', coalesce(width.without, 0), 'stakeholders', coalesce(people.list, '[]')) ORDER BY s.ordinal, s.id)
         FILTER (WHERE s.id IS NOT NULL), '[]') AS stages
FROM j
LEFT JOIN "StageRow" s ON s."journeyId" = j.id
LEFT JOIN width ON width."journeyId" = s."journeyId" AND width."stageId" = s.id
LEFT JOIN people ON people."journeyId" = s."journeyId" AND people."stageId" = s.id
GROUP BY j.id, j.title
ORDER BY lower(j.title), j.id`;

/**
 * Who answers for which stage of the active journeys, and where nobody does.
 *
 * @param filter.journeyId - one journey, with everybody who has a part in it; null for all, with counts alone.
 */
export async function listResponsibilities(filter: {
  workspaceId: string;
  journeyId: string | null;
}): Promise<Responsibilities> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { rows } = await pool().query<Responsibilities["journeys"][number]>(
    sql,
    [filter.workspaceId, filter.journeyId],
  );
  return { journeys: rows };
}
