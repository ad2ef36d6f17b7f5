import type pg from "pg";
import type { Taken } from "./assignments";
import type { Assigned } from "./notify-assigned";

type Db = Pick<pg.ClientBase, "query">;

/** What becomes somebody's within a quarter of an hour goes into one mail: a workshop gives away many things in a row. */
const GATHER_SECONDS = 15 * 60;

// The queue adds a list to the list that waits under the same name. In one order everywhere, as inboxes are told: two at
// once would wait for each other.
const tellSql = `
SELECT graphile_worker.add_job('mail-person-news', told.items, run_at => now() + make_interval(secs => $2),
  max_attempts => 12, job_key => 'person-news:' || told.id, job_key_mode => 'preserve_run_at')
FROM (
  SELECT s.id, json_agg(json_build_object('stakeholderId', s.id, 'journeyId', a."journeyId", 'kind', a.kind,
                                          'entityId', a."entityId", 'seq', a.seq::text)) AS items
  FROM json_to_recordset($1::json) AS a("workspaceId" uuid, "journeyId" uuid, kind text, "entityId" uuid, "stakeholderId" uuid,
                                        seq bigint)
  JOIN "Stakeholder" s ON s."workspaceId" = a."workspaceId" AND s.id = a."stakeholderId" AND s."archivedAt" IS NULL
    AND s."userId" IS NULL AND s.email IS NOT NULL
  JOIN "PersonalLink" l ON l."workspaceId" = s."workspaceId" AND l."stakeholderId" = s.id AND l."revokedAt" IS NULL
    AND l."expiresAt" > now()
  LEFT JOIN "Digest" d ON d."workspaceId" = s."workspaceId" AND d."stakeholderId" = s.id
  WHERE d."stoppedAt" IS NULL
  GROUP BY s.id
) told
ORDER BY told.id`;

/**
 * Has a mail made for people without an account of what became theirs, where a personal link leads them to it. Part
 * of the transaction that writes the rows, as inboxes are.
 */
export async function tellPeople(
  db: Db,
  assigned: readonly Assigned[],
): Promise<void> {
  if (assigned.length === 0) return;
  await db.query(tellSql, [JSON.stringify(assigned), GATHER_SECONDS]);
}

const takeSql = `
UPDATE "PersonTold" p SET "takenAt" = now()
FROM json_to_recordset($1::json) AS t("workspaceId" uuid, kind text, "entityId" uuid, "stakeholderId" uuid)
WHERE p."workspaceId" = t."workspaceId" AND p."stakeholderId" = t."stakeholderId" AND p.kind = t.kind
  AND p."entityId" = t."entityId" AND p."takenAt" IS NULL`;

/** Remembers what was taken from people, so that they are told of it if it becomes theirs once more. */
export async function rememberTaken(
  db: Db,
  taken: readonly (Taken & { readonly workspaceId: string })[],
): Promise<void> {
  if (taken.length === 0) return;
  await db.query(takeSql, [JSON.stringify(taken)]);
}
