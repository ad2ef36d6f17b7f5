import type { StakeholderDuties } from "@/lib/api/ownership";
import type { Mine, TaskListItem } from "@/lib/api/tasks";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";
import { listTouchpoints } from "./touchpoints";

const tasksSql = `
SELECT k."cardId", k.text, k.status, to_char(k.due, 'YYYY-MM-DD') AS due,
       json_build_object('id', j.id, 'title', j.title) AS journey,
       CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'title', s.title) END AS stage,
       CASE WHEN t.id IS NULL THEN NULL ELSE json_build_object('id', t.id, 'title', t.title) END AS touchpoint
FROM "TaskRow" k
JOIN "Journey" j ON j."workspaceId" = k."workspaceId" AND j.id = k."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
LEFT JOIN "StageRow" s ON s."journeyId" = k."journeyId" AND s.id = k."stageId"
LEFT JOIN "TouchpointRow" t ON t."journeyId" = k."journeyId" AND t.id = k."touchpointId"
WHERE k."workspaceId" = $1 AND k."stakeholderId" = $2
  AND ($3 OR k.status IN ('open', 'doing'))
ORDER BY k.status IN ('done', 'dropped'), k.due NULLS LAST, lower(j.title), k."journeyId", k."cardId"`;

/** More than anybody can own and still mean it; keeps one answer bounded. */
const mostTouchpoints = 1_000;

/** What one stakeholder has a part in, on all active journeys. */
export async function findDuties(filter: {
  workspaceId: string;
  stakeholderId: string;
  /** Also tasks that are done or dropped. */
  withFinished: boolean;
}): Promise<StakeholderDuties> {
  requireKeys(filter, ["workspaceId", "stakeholderId", "withFinished"]);
  const { workspaceId, stakeholderId, withFinished } = filter;
  const any = { journeyId: null, stage: null, channelId: null };
  const [owned, tasks] = await Promise.all([
    listTouchpoints(
      { ...any, workspaceId, owner: stakeholderId, emotion: null, q: null },
      { after: null, limit: mostTouchpoints },
    ),
    pool().query<TaskListItem>(tasksSql, [
      workspaceId,
      stakeholderId,
      withFinished,
    ]),
  ]);
  const touchpoints = owned.touchpoints.map((touchpoint) => ({
    ...touchpoint,
    myRole:
      touchpoint.owners.find(({ id }) => id === stakeholderId)?.role ??
      ("involved" as const),
  }));
  return { touchpoints, tasks: tasks.rows, total: owned.total };
}

/** The touchpoints and tasks of the stakeholder that a member is; nothing where none is linked. */
export async function findMine(filter: {
  workspaceId: string;
  userId: string;
}): Promise<Mine> {
  requireKeys(filter, ["workspaceId", "userId"]);
  const { workspaceId, userId } = filter;
  const me = await prisma().stakeholder.findUnique({
    where: { workspaceId_userId: { workspaceId, userId }, archivedAt: null },
    select: { id: true, name: true },
  });
  if (!me) return { stakeholder: null, touchpoints: [], tasks: [] };
  const { touchpoints, tasks } = await findDuties({
    workspaceId,
    stakeholderId: me.id,
    withFinished: true,
  });
  return { stakeholder: me, touchpoints, tasks };
}
