import type { HandOverPreview } from "@/lib/api/ownership";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

const sql = `
WITH part AS (
  SELECT o."journeyId", count(*) FILTER (WHERE o.role = 'responsible') AS responsible,
         count(*) FILTER (WHERE o.role = 'involved') AS involved, 0 AS tasks, 0 AS reviews
  FROM "TouchpointOwner" o WHERE o."workspaceId" = $1 AND o."stakeholderId" = $2 GROUP BY o."journeyId"
  UNION ALL
  SELECT k."journeyId", 0, 0, count(*), 0
  FROM "TaskRow" k WHERE k."workspaceId" = $1 AND k."stakeholderId" = $2 AND k.status IN ('open', 'doing') GROUP BY k."journeyId"
  UNION ALL
  SELECT kept.id, 0, 0, 0, 1
  FROM "Stakeholder" h
  JOIN "Membership" m ON m."workspaceId" = h."workspaceId" AND m."userId" = h."userId"
  JOIN "Journey" kept ON kept."workspaceId" = h."workspaceId" AND coalesce(kept."keeperId", kept."createdById") = h."userId"
  WHERE h."workspaceId" = $1 AND h.id = $2
)
SELECT j.id, j.title, sum(part.responsible)::int AS responsible, sum(part.involved)::int AS involved, sum(part.tasks)::int AS tasks,
       sum(part.reviews)::int AS reviews
FROM part
JOIN "Journey" j ON j."workspaceId" = $1 AND j.id = part."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
GROUP BY j.id, j.title
ORDER BY lower(j.title), j.id`;

/**
 * What a stakeholder has a part in, counted by active journey, trays included; and whether they are who is reminded of
 * its reviews: its keeper, or whoever made a journey that has none.
 */
export async function handOverPreview(filter: {
  workspaceId: string;
  stakeholderId: string;
}): Promise<HandOverPreview> {
  requireKeys(filter, ["workspaceId", "stakeholderId"]);
  const { rows } = await pool().query<HandOverPreview["journeys"][number]>(
    sql,
    [filter.workspaceId, filter.stakeholderId],
  );
  return { journeys: rows };
}
