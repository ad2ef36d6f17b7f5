import type pg from "pg";
import { GATHER_MS } from "@/lib/conversation/wishes";
import type { Assignment } from "./assignments";

type Db = Pick<pg.ClientBase, "query">;

/** Something that became somebody's between two states of a journey. */
export interface Assigned extends Assignment {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly afterSeq: number;
  readonly seq: number;
}

// The log tells who wrote meanwhile, and a change that gives something to a stakeholder has their id in it. One alone
// did it: of their own doing nobody is told. Of several, nobody can say which it was; whoever is among them has the map
// before their eyes and gets no mail. Undoing a deletion gives everything back that was theirs: of what somebody was told
// in the last days, they are not told again.
const notifySql = `
INSERT INTO "Notification" (id, "workspaceId", "userId", "journeyId", kind, "entityId", "actorId", label, "mailedAt")
SELECT gen_random_uuid(), a."workspaceId", m."userId", a."journeyId", a.kind, a."entityId",
       CASE WHEN by.writers = 1 AND by.who ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN by.who::uuid END, a.label,
       CASE WHEN by."isAmong" THEN now() END
FROM json_to_recordset($1::json) AS a("workspaceId" uuid, "journeyId" uuid, kind text, "entityId" uuid, "stakeholderId" uuid,
                                      label text, "afterSeq" bigint, seq bigint)
JOIN "Stakeholder" s ON s."workspaceId" = a."workspaceId" AND s.id = a."stakeholderId" AND s."archivedAt" IS NULL
JOIN "Membership" m ON m."workspaceId" = s."workspaceId" AND m."userId" = s."userId"
CROSS JOIN LATERAL (
  SELECT count(DISTINCT w.who) AS writers, min(w.who) AS who, coalesce(bool_or(w.who = m."userId"::text), false) AS "isAmong"
  FROM (
    SELECT x.who, x.names, bool_or(x.names) OVER () AS "isNamed" FROM (
      SELECT coalesce(k."userId"::text, u.actor_id) AS who,
             u.codec = 0 AND position(convert_to(a."stakeholderId"::text, 'UTF8') IN u.data) > 0 AS names
      FROM document_update u
      LEFT JOIN "ApiToken" k ON u.actor_kind = 'token' AND k.id::text = u.actor_id
      WHERE u.journey_id = a."journeyId" AND u.seq > a."afterSeq" AND u.seq <= a.seq
    ) x
  ) w
  WHERE w.names OR NOT w."isNamed"
) by
WHERE NOT (by."isAmong" AND by.writers = 1) AND NOT EXISTS (
  SELECT 1 FROM "Notification" n
  WHERE n."workspaceId" = a."workspaceId" AND n."userId" = m."userId" AND n."journeyId" = a."journeyId" AND n.kind = a.kind
    AND n."entityId" = a."entityId" AND (n."readAt" IS NULL OR n."createdAt" > now() - interval '7 days'))
RETURNING "userId"`;

// In one order everywhere, as comments ask too: two at once would wait for each other.
const askSql = `
SELECT graphile_worker.add_job('mail-notices', json_build_object('userId', u.id), run_at => now() + make_interval(secs => $2),
  max_attempts => 12, job_key => 'notices:' || u.id, job_key_mode => 'preserve_run_at')
FROM unnest($1::text[]) AS u(id)
ORDER BY u.id`;

/**
 * Writes into the inboxes of members what became theirs, and has a mail made. Part of the transaction that writes the
 * rows: it happens once for each step of a journey, whichever process takes it.
 */
export async function notifyAssigned(
  db: Db,
  assigned: readonly Assigned[],
): Promise<void> {
  if (assigned.length === 0) return;
  const { rows } = await db.query<{ userId: string }>(notifySql, [
    JSON.stringify(assigned),
  ]);
  const told = [...new Set(rows.map(({ userId }) => userId))].sort();
  if (told.length > 0) await db.query(askSql, [told, GATHER_MS / 1000]);
}
