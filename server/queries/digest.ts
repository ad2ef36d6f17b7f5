import {
  digestOf,
  type DigestContent,
  type DigestTask,
  type GivenTouchpoint,
  type OwnedTouchpoint,
} from "@/lib/digest/digest";
import type { DigestItem } from "@/lib/api/person";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

/** Somebody who may get a digest this week. */
export interface DigestReceiver {
  readonly workspaceId: string;
  readonly stakeholderId: string;
  readonly name: string;
  readonly workspace: string;
  readonly slug: string;
  readonly email: string;
  readonly locale: string;
  /** The member that they are; null for whoever comes by their personal link. */
  readonly userId: string | null;
  readonly linkId: string | null;
  readonly tokenSealed: string | null;
  readonly owned: readonly string[];
}

// A member who was removed has neither a membership nor a link: nobody writes to them.
const receiversSql = `
SELECT s."workspaceId", s.id AS "stakeholderId", s.name, w.name AS workspace, w.slug,
       coalesce(u.email, s.email) AS email, coalesce(u.locale, l.locale, w.locale) AS locale,
       u.id AS "userId", l.id AS "linkId", l."tokenSealed", coalesce(d.owned, '{}') AS owned
FROM "Stakeholder" s
JOIN "Workspace" w ON w.id = s."workspaceId"
LEFT JOIN "Membership" m ON m."workspaceId" = s."workspaceId" AND m."userId" = s."userId"
LEFT JOIN "User" u ON u.id = m."userId" AND u."suspendedAt" IS NULL
LEFT JOIN "PersonalLink" l ON l."workspaceId" = s."workspaceId" AND l."stakeholderId" = s.id
  AND s."userId" IS NULL AND s.email IS NOT NULL AND l."revokedAt" IS NULL AND l."expiresAt" > $2
LEFT JOIN "Digest" d ON d."workspaceId" = s."workspaceId" AND d."stakeholderId" = s.id
WHERE s."archivedAt" IS NULL AND (u.id IS NOT NULL OR l.id IS NOT NULL)
  AND d."stoppedAt" IS NULL AND d.week IS DISTINCT FROM $1
ORDER BY s."workspaceId", s.id`;

/** Everybody who wants a digest and has had none in this week. */
export async function findDigestReceivers(filter: {
  week: string;
  now: Date;
}): Promise<DigestReceiver[]> {
  requireKeys(filter, ["week", "now"]);
  const { rows } = await pool().query<DigestReceiver>(receiversSql, [
    filter.week,
    filter.now,
  ]);
  return rows;
}

const activeSql = `JOIN "Journey" j ON j."workspaceId" = $1 AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL`;

const tasksSql = `
SELECT k."cardId" AS id, k.text, to_char(k.due, 'YYYY-MM-DD') AS due,
       concat_ws(' › ', nullif(j.title, ''), nullif(coalesce(t.title, s.title), '')) AS place
FROM "TaskRow" k ${activeSql} AND j.id = k."journeyId"
LEFT JOIN "StageRow" s ON s."journeyId" = k."journeyId" AND s.id = k."stageId"
LEFT JOIN "TouchpointRow" t ON t."journeyId" = k."journeyId" AND t.id = k."touchpointId"
WHERE k."workspaceId" = $1 AND k."stakeholderId" = $2 AND k.status IN ('open', 'doing')
ORDER BY k.due NULLS LAST, lower(j.title), k."journeyId", k."cardId"`;

const ownedSql = `
SELECT o."journeyId" || ':' || o."touchpointId" AS key, t.title, j.title AS journey
FROM "TouchpointOwner" o ${activeSql} AND j.id = o."journeyId"
JOIN "TouchpointRow" t ON t."journeyId" = o."journeyId" AND t.id = o."touchpointId" AND t."stageId" IS NOT NULL
WHERE o."workspaceId" = $1 AND o."stakeholderId" = $2 AND o.role = 'responsible'
ORDER BY lower(j.title), o."journeyId", t.ordinal`;

// What left its map or whose journey was put away is nobody's news.
const givenSql = `
SELECT t.title, j.title AS journey, array(
  SELECT h.name FROM "TouchpointOwner" o
  JOIN "Stakeholder" h ON h."workspaceId" = o."workspaceId" AND h.id = o."stakeholderId"
  WHERE o."journeyId" = t."journeyId" AND o."touchpointId" = t.id AND o.role = 'responsible' ORDER BY h.name
) AS owners
FROM unnest($3::text[]) AS before(key)
JOIN "TouchpointRow" t ON t."workspaceId" = $1 AND t."journeyId" = split_part(before.key, ':', 1)::uuid
  AND t.id = split_part(before.key, ':', 2)::uuid AND t."stageId" IS NOT NULL
${activeSql} AND j.id = t."journeyId"
WHERE NOT EXISTS (
  SELECT 1 FROM "TouchpointOwner" o WHERE o."journeyId" = t."journeyId" AND o."touchpointId" = t.id
    AND o."stakeholderId" = $2 AND o.role = 'responsible')
ORDER BY lower(j.title), t."journeyId", t.ordinal`;

/** What a receiver is told now, and what they are responsible for: the next one is compared with that. */
export async function readDigest(filter: {
  receiver: DigestReceiver;
  /** Day, without a time. */
  today: string;
}): Promise<{
  content: DigestContent | null;
  owned: string[];
  /** The cards of the open tasks. */
  tasks: string[];
}> {
  requireKeys(filter, ["receiver", "today"]);
  const { receiver, today } = filter;
  const { workspaceId, stakeholderId, owned: ownedBefore } = receiver;
  const whose = [workspaceId, stakeholderId];
  const [tasks, owned, given] = await Promise.all([
    pool().query<DigestTask & { id: string }>(tasksSql, whose),
    pool().query<OwnedTouchpoint>(ownedSql, whose),
    pool().query<GivenTouchpoint>(givenSql, [...whose, ownedBefore]),
  ]);
  const content = digestOf({
    today,
    tasks: tasks.rows.map(({ text, due, place }) => ({ text, due, place })),
    owned: owned.rows,
    ownedBefore,
    given: given.rows,
  });
  return {
    content,
    owned: owned.rows.map(({ key }) => key),
    tasks: tasks.rows.map(({ id }) => id),
  };
}

const ofUserSql = `
SELECT w.id AS "workspaceId", w.name AS workspace, d."stoppedAt" IS NOT NULL AS "isStopped"
FROM "Stakeholder" s
JOIN "Membership" m ON m."workspaceId" = s."workspaceId" AND m."userId" = s."userId"
JOIN "Workspace" w ON w.id = s."workspaceId"
LEFT JOIN "Digest" d ON d."workspaceId" = s."workspaceId" AND d."stakeholderId" = s.id
WHERE s."userId" = $1 AND s."archivedAt" IS NULL
ORDER BY lower(w.name), w.id`;

/** The digests that somebody with an account gets or has stopped. */
export async function listDigests(filter: {
  userId: string;
}): Promise<DigestItem[]> {
  requireKeys(filter, ["userId"]);
  return (await pool().query<DigestItem>(ofUserSql, [filter.userId])).rows;
}
