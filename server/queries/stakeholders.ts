import type { StakeholderListItem } from "@/lib/api/stakeholders";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

interface StakeholderRow extends Omit<
  StakeholderListItem,
  "createdAt" | "updatedAt" | "archivedAt"
> {
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
}

const sql = `
SELECT h.id, h.kind, h.name, h.email, h."jobTitle", h.note, h.colour, h.version, h."createdAt", h."updatedAt", h."archivedAt",
       CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS member,
       coalesce(owned.responsible, 0) AS responsible, coalesce(owned.involved, 0) AS involved, coalesce(task.open, 0) AS "openTasks"
FROM "Stakeholder" h
LEFT JOIN "Membership" m ON m."workspaceId" = h."workspaceId" AND m."userId" = h."userId"
LEFT JOIN "User" u ON u.id = m."userId"
LEFT JOIN (
  SELECT o."stakeholderId", count(*) FILTER (WHERE o.role = 'responsible')::int AS responsible,
         count(*) FILTER (WHERE o.role = 'involved')::int AS involved
  FROM "TouchpointOwner" o
  JOIN "TouchpointRow" t ON t."journeyId" = o."journeyId" AND t.id = o."touchpointId" AND t."stageId" IS NOT NULL
  JOIN "Journey" j ON j."workspaceId" = o."workspaceId" AND j.id = o."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
  WHERE o."workspaceId" = $1 GROUP BY o."stakeholderId"
) owned ON owned."stakeholderId" = h.id
LEFT JOIN (
  SELECT k."stakeholderId", count(*)::int AS open
  FROM "TaskRow" k
  JOIN "Journey" j ON j."workspaceId" = k."workspaceId" AND j.id = k."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
  WHERE k."workspaceId" = $1 AND k.status IN ('open', 'doing') GROUP BY k."stakeholderId"
) task ON task."stakeholderId" = h.id
WHERE h."workspaceId" = $1
  AND ($2::uuid IS NULL OR h.id = $2)
  AND ($3::boolean IS NULL OR (h."archivedAt" IS NOT NULL) = $3)
ORDER BY lower(h.name), h.id`;

async function read(
  workspaceId: string,
  stakeholderId: string | null,
  options: { archived: boolean | null; withEmail: boolean },
): Promise<StakeholderListItem[]> {
  const { rows } = await pool().query<StakeholderRow>(sql, [
    workspaceId,
    stakeholderId,
    options.archived,
  ]);
  return rows.map(({ email, ...row }) => ({
    ...row,
    ...(options.withEmail && { email }),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  }));
}

/**
 * The people and teams of a workspace with what each is responsible for.
 *
 * @param filter.withEmail - addresses are for those who may edit; the key is left out for the rest.
 */
export async function listStakeholders(filter: {
  workspaceId: string;
  archived: boolean;
  withEmail: boolean;
}): Promise<StakeholderListItem[]> {
  requireKeys(filter, ["workspaceId", "archived", "withEmail"]);
  return read(filter.workspaceId, null, filter);
}

/** By whom touchpoints can be looked for: all who are there, and who is archived and still owns something. */
export async function listOwners(filter: {
  workspaceId: string;
}): Promise<{ id: string; name: string; isArchived: boolean }[]> {
  requireKeys(filter, ["workspaceId"]);
  const all = await read(filter.workspaceId, null, {
    archived: null,
    withEmail: false,
  });
  return all
    .filter(
      ({ archivedAt, responsible, involved }) =>
        archivedAt === null || responsible + involved > 0,
    )
    .map(({ id, name, archivedAt }) => ({
      id,
      name,
      isArchived: archivedAt !== null,
    }));
}

/** One stakeholder, archived or not; null where the workspace has none of that id. */
export async function findStakeholder(filter: {
  workspaceId: string;
  stakeholderId: string;
  withEmail: boolean;
}): Promise<StakeholderListItem | null> {
  requireKeys(filter, ["workspaceId", "stakeholderId", "withEmail"]);
  const found = await read(filter.workspaceId, filter.stakeholderId, {
    archived: null,
    withEmail: filter.withEmail,
  });
  return found[0] ?? null;
}
