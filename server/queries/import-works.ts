import type { ImportWork, ImportWorkList } from "@/lib/api/import-works";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

/** A process says much more often that it works. */
export const SILENT_SECONDS = 15;
const most = 20;

interface WorkRow extends Omit<ImportWork, "at"> {
  readonly createdAt: Date;
}

const readSql = `
SELECT k.id, k."fileName", k.step, k.done, k.total, k.problem, k."importRunId" AS "importId", k."createdAt",
       CASE WHEN k.state = 'running' AND k."seenAt" < now() - make_interval(secs => ${SILENT_SECONDS})
            THEN 'stopped' ELSE k.state END AS state,
       CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS by
FROM "ImportWork" k
LEFT JOIN "Membership" m ON m."workspaceId" = k."workspaceId" AND m."userId" = k."createdById"
LEFT JOIN "User" u ON u.id = m."userId"
WHERE k."workspaceId" = $1 AND k."journeyId" = $2`;

const toWork = ({ createdAt, ...row }: WorkRow): ImportWork => ({
  ...row,
  at: createdAt.toISOString(),
});

interface OfJourney {
  readonly workspaceId: string;
  readonly journeyId: string;
}

/** What is being imported into a journey, and how what was tried within a day has ended. */
export async function listImportWorks(
  filter: OfJourney,
): Promise<ImportWorkList> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { rows } = await pool().query<WorkRow>(
    `${readSql} AND k.kind = 'import' AND k.state <> 'cancelled' AND k."createdAt" > now() - interval '1 day'
     ORDER BY k."createdAt" DESC, k.id DESC LIMIT ${most}`,
    [filter.workspaceId, filter.journeyId],
  );
  return { works: rows.map(toWork) };
}

/**
 * How far one of them is. A file that is only looked into is nobody's business but that of whoever looks.
 *
 * @param filter.userId - who asks.
 */
export async function findImportWork(
  filter: OfJourney & { readonly workId: string; readonly userId: string },
): Promise<ImportWork | null> {
  requireKeys(filter, ["workspaceId", "journeyId", "workId", "userId"]);
  const { workspaceId, journeyId, workId, userId } = filter;
  const { rows } = await pool().query<WorkRow>(
    `${readSql} AND k.id = $3 AND (k.kind = 'import' OR k."createdById" = $4)`,
    [workspaceId, journeyId, workId, userId],
  );
  return rows[0] ? toWork(rows[0]) : null;
}
