import type { HandOverPreview } from "@/lib/api/ownership";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

const sql = `
WITH part AS (
  SELECT o."journeyId", count(*) FILTER (WHERE o.role = 'responsible') AS responsible,
         count(*) FILTER (WHERE o.role = 'involved') AS involved, 0 AS tasks
  FROM "TouchpointOwner" o WHERE o."workspaceId" = $1 AND o."stakeholderId" = $2 GROUP BY o."journeyId"
  UNION ALL
  SELECT k."journeyId", 0, 0, count(*)
  FROM "TaskRow" k WHERE k."workspaceId" = $1 AND k."stakeholderId" = $2 AND k.status IN ('open', 'doing') GROUP BY k."journeyId"
)
SELECT j.id, j.title, sum(part.responsible)::int AS responsible, sum(part.involved)::int AS involved, sum(part.tasks)::int AS tasks
FROM part
JOIN "Journey" j ON j."workspaceId" = $1 AND j.id = part."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
GROUP BY j.id, j.title
ORDER BY lower(j.title), j.id`;

/** What a stakeholder has a part in, counted by active journey, trays included. */
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
