import {
  digestOf,
  type DigestContent,
  type DigestTask,
  type OwnedTouchpoint,
} from "@/lib/digest/digest";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

/** Somebody without an account who can be told of something. */
export interface NewsReceiver {
  readonly workspaceId: string;
  readonly name: string;
  readonly workspace: string;
  readonly email: string;
  readonly locale: string;
  readonly linkId: string;
  readonly tokenSealed: string;
}

const receiverSql = `
SELECT s."workspaceId", s.name, w.name AS workspace, s.email, coalesce(l.locale, w.locale) AS locale,
       l.id AS "linkId", l."tokenSealed"
FROM "Stakeholder" s
JOIN "Workspace" w ON w.id = s."workspaceId"
JOIN "PersonalLink" l ON l."workspaceId" = s."workspaceId" AND l."stakeholderId" = s.id AND l."revokedAt" IS NULL
  AND l."expiresAt" > now()
LEFT JOIN "Digest" d ON d."workspaceId" = s."workspaceId" AND d."stakeholderId" = s.id
WHERE s.id = $1 AND s."userId" IS NULL AND s."archivedAt" IS NULL AND s.email IS NOT NULL AND d."stoppedAt" IS NULL`;

/** Who a stakeholder is, if they have no account, a link that works, and want such mails. */
export async function findNewsReceiver(filter: {
  stakeholderId: string;
}): Promise<NewsReceiver | null> {
  requireKeys(filter, ["stakeholderId"]);
  const values = [filter.stakeholderId];
  const { rows } = await pool().query<NewsReceiver>(receiverSql, values);
  return rows[0] ?? null;
}

const newsSql = `json_to_recordset($3::json) AS n("journeyId" uuid, kind text, "entityId" uuid)
JOIN "Journey" j ON j."workspaceId" = $1 AND j.id = n."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL`;

// Undoing a deletion gives everything back that was theirs: what such a mail or the weekly one named is no news, however
// long ago, unless somebody took it from them since. Who passes things to and fro for days is told once.
const isNewSql = `NOT EXISTS (
  SELECT 1 FROM "PersonTold" p
  WHERE p."workspaceId" = $1 AND p."stakeholderId" = $2 AND p.kind = n.kind AND p."entityId" = n."entityId"
    AND (p."takenAt" IS NULL OR p.at > now() - interval '7 days'))
AND NOT EXISTS (
  SELECT 1 FROM "Digest" d
  WHERE d."workspaceId" = $1 AND d."stakeholderId" = $2 AND n."journeyId" || ':' || n."entityId" = ANY(d.owned))`;

const tasksSql = `
SELECT DISTINCT ON (k."journeyId", k."cardId") k."cardId" AS id, k.text, to_char(k.due, 'YYYY-MM-DD') AS due,
       concat_ws(' › ', nullif(j.title, ''), nullif(coalesce(t.title, s.title), '')) AS place
FROM ${newsSql}
JOIN "TaskRow" k ON k."journeyId" = j.id AND k."cardId" = n."entityId" AND k."stakeholderId" = $2 AND k.status IN ('open', 'doing')
LEFT JOIN "StageRow" s ON s."journeyId" = k."journeyId" AND s.id = k."stageId"
LEFT JOIN "TouchpointRow" t ON t."journeyId" = k."journeyId" AND t.id = k."touchpointId"
WHERE n.kind = 'task' AND ${isNewSql}
ORDER BY k."journeyId", k."cardId"`;

const ownedSql = `
SELECT DISTINCT ON (t."journeyId", t.id) t.id, o."journeyId" || ':' || o."touchpointId" AS key, t.title, j.title AS journey
FROM ${newsSql}
JOIN "TouchpointRow" t ON t."journeyId" = j.id AND t.id = n."entityId" AND t."stageId" IS NOT NULL
JOIN "TouchpointOwner" o ON o."journeyId" = t."journeyId" AND o."touchpointId" = t.id AND o."stakeholderId" = $2
  AND o.role = 'responsible'
WHERE n.kind = 'touchpoint' AND ${isNewSql}
ORDER BY t."journeyId", t.id`;

/** Something that a mail names. */
export interface Named {
  readonly kind: "task" | "touchpoint";
  readonly entityId: string;
}

interface BecameTheirs extends Named {
  readonly journeyId: string;
}

/**
 * What of the things that became a stakeholder's still is theirs and open, and is news to them; null where nothing is.
 */
export async function readNews(filter: {
  workspaceId: string;
  stakeholderId: string;
  /** Day, without a time. */
  today: string;
  news: readonly BecameTheirs[];
}): Promise<{ content: DigestContent; named: Named[] } | null> {
  requireKeys(filter, ["workspaceId", "stakeholderId", "today", "news"]);
  const { workspaceId, stakeholderId, today, news } = filter;
  const values = [workspaceId, stakeholderId, JSON.stringify(news)];
  const [tasks, owned] = await Promise.all([
    pool().query<DigestTask & { id: string }>(tasksSql, values),
    pool().query<OwnedTouchpoint & { id: string }>(ownedSql, values),
  ]);
  const content = digestOf({
    today,
    tasks: tasks.rows.map(({ text, due, place }) => ({ text, due, place })),
    owned: owned.rows,
    ownedBefore: [],
    given: [],
  });
  if (!content) return null;
  const named: Named[] = [
    ...tasks.rows.map(({ id }) => ({ kind: "task" as const, entityId: id })),
    ...owned.rows.map(({ id }) => ({
      kind: "touchpoint" as const,
      entityId: id,
    })),
  ];
  return { content, named };
}
