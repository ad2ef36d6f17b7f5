import type { ChannelListItem } from "@/lib/api/channels";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

const sql = `
SELECT c.id, c.key, c.name, c.icon, c.medium, c."archivedAt" IS NOT NULL AS archived,
       coalesce(used.touchpoints, 0) AS touchpoints, coalesce(used.journeys, 0) AS journeys
FROM "Channel" c
LEFT JOIN (
  SELECT tc."channelId", count(*)::int AS touchpoints, count(DISTINCT tc."journeyId")::int AS journeys
  FROM "TouchpointChannel" tc
  JOIN "TouchpointRow" t ON t."journeyId" = tc."journeyId" AND t.id = tc."touchpointId" AND t."stageId" IS NOT NULL
  JOIN "Journey" j ON j."workspaceId" = tc."workspaceId" AND j.id = tc."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
  WHERE tc."workspaceId" = $1 GROUP BY tc."channelId"
) used ON used."channelId" = c.id
WHERE c."workspaceId" = $1 AND ($2::uuid IS NULL OR c.id = $2)
ORDER BY c."archivedAt" IS NOT NULL, c.pos, c.id`;

/** All channels of a workspace with their use; archived ones last, because maps may still show them. */
export async function listChannels(filter: {
  workspaceId: string;
}): Promise<ChannelListItem[]> {
  requireKeys(filter, ["workspaceId"]);
  const values = [filter.workspaceId, null];
  return (await pool().query<ChannelListItem>(sql, values)).rows;
}

/** One channel; null where the workspace has none of that id. */
export async function findChannel(filter: {
  workspaceId: string;
  channelId: string;
}): Promise<ChannelListItem | null> {
  requireKeys(filter, ["workspaceId", "channelId"]);
  const values = [filter.workspaceId, filter.channelId];
  return (await pool().query<ChannelListItem>(sql, values)).rows[0] ?? null;
}
