import type { InboxItem, InboxList, NoticeWishItem } from "@/lib/api/inbox";
import { USUAL_WISHES } from "@/lib/conversation/wishes";
import { plainText } from "@/lib/conversation/words";
import { pool } from "@/server/db/pool";
import { momentCursor, type MomentPlace } from "./moment-cursor";
import { requireKeys } from "./require-defined";

export interface InboxFilter {
  workspaceId: string;
  userId: string;
  isUnreadOnly: boolean;
}

export interface InboxPage {
  after: MomentPlace | null;
  limit: number;
}

interface InboxRead extends Omit<InboxItem, "at" | "isRead" | "excerpt"> {
  createdAt: Date;
  readAt: Date | null;
  body: string;
  named: { id: string; name: string }[];
}

/** As much as a line or two can show. */
const mostLetters = 200;

/** A review waits for nobody where none is asked for any more. */
const isStanding = `(n.kind <> 'review' OR j."reviewEveryDays" IS NOT NULL AND j."archivedAt" IS NULL)`;

// What is about a journey in the bin is told again when it comes back.
const readSql = `
SELECT n.id, n.kind, n."createdAt", n."readAt", n."threadId", n."entityId", coalesce(c.body, '') AS body,
       CASE WHEN n.kind IN ('touchpoint', 'task') OR t."anchorKind" <> 'map' THEN coalesce(s.title, p.title, k.text, n.label) ELSE '' END AS label,
       json_build_object('id', j.id, 'title', j.title) AS journey,
       CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS by,
       (SELECT coalesce(json_agg(json_build_object('id', nu.id, 'name', nu.name)), '[]')
        FROM "Mention" g JOIN "User" nu ON nu.id = g."userId" WHERE g."commentId" = c.id) AS named
FROM "Notification" n
JOIN "Journey" j ON j."workspaceId" = n."workspaceId" AND j.id = n."journeyId" AND j."deletedAt" IS NULL
LEFT JOIN "CommentThread" t ON t."workspaceId" = n."workspaceId" AND t.id = n."threadId"
LEFT JOIN "Comment" c ON c."workspaceId" = n."workspaceId" AND c.id = n."commentId"
LEFT JOIN "StageRow" s ON s."journeyId" = n."journeyId" AND s.id = t."anchorId"
LEFT JOIN "TouchpointRow" p ON p."journeyId" = n."journeyId" AND p.id = coalesce(t."anchorId", n."entityId")
LEFT JOIN "CardRow" k ON k."journeyId" = n."journeyId" AND k.id = coalesce(t."anchorId", n."entityId")
LEFT JOIN "Membership" m ON m."workspaceId" = n."workspaceId" AND m."userId" = n."actorId"
LEFT JOIN "User" u ON u.id = m."userId"
WHERE n."workspaceId" = $1 AND n."userId" = $2 AND ${isStanding}`;

function toItem(row: InboxRead): InboxItem {
  const { createdAt, readAt, body, named, label, ...rest } = row;
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const text = plainText(body, (id) => names.get(id) ?? "…");
  return {
    ...rest,
    label: [...label].slice(0, mostLetters).join(""),
    at: createdAt.toISOString(),
    isRead: readAt !== null,
    excerpt: [...text].slice(0, mostLetters).join(""),
  };
}

/** What a member was told, the newest first. */
export async function listInbox(
  filter: InboxFilter,
  page: InboxPage,
): Promise<InboxList> {
  requireKeys(filter, ["workspaceId", "userId", "isUnreadOnly"]);
  requireKeys(page, ["after", "limit"]);
  const { workspaceId, userId, isUnreadOnly } = filter;
  const values: unknown[] = [workspaceId, userId];
  const at = (value: unknown) => `$${values.push(value)}`;
  const unread = isUnreadOnly ? ` AND n."readAt" IS NULL` : "";
  const after =
    page.after === null
      ? ""
      : ` AND (n."createdAt", n.id) < (${at(page.after[0])}::timestamptz, ${at(page.after[1])}::uuid)`;
  const found = await pool().query<InboxRead>(
    `${readSql}${unread}${after} ORDER BY n."createdAt" DESC, n.id DESC LIMIT ${at(page.limit + 1)}`,
    values,
  );
  const rows = found.rows.slice(0, page.limit);
  const last = rows.at(-1);
  const hasMore = last !== undefined && found.rows.length > page.limit;
  return {
    items: rows.map(toItem),
    nextCursor: hasMore ? momentCursor(last.createdAt, last.id) : null,
  };
}

/** How much of it a member has not read. */
export async function countUnread(filter: {
  workspaceId: string;
  userId: string;
}): Promise<number> {
  requireKeys(filter, ["workspaceId", "userId"]);
  const { rows } = await pool().query<{ unread: number }>(
    `SELECT count(*)::int AS unread FROM "Notification" n
     JOIN "Journey" j ON j."workspaceId" = n."workspaceId" AND j.id = n."journeyId" AND j."deletedAt" IS NULL
     WHERE n."workspaceId" = $1 AND n."userId" = $2 AND n."readAt" IS NULL AND ${isStanding}`,
    [filter.workspaceId, filter.userId],
  );
  return rows[0]?.unread ?? 0;
}

/** Which mails a person wants, by workspace. */
export async function listNoticeWishes(filter: {
  userId: string;
}): Promise<NoticeWishItem[]> {
  requireKeys(filter, ["userId"]);
  const { rows } = await pool().query<NoticeWishItem>(
    `SELECT w.id AS "workspaceId", w.name AS workspace, coalesce(h.direct, $2) AS direct, coalesce(h.others, $3) AS others,
            h."stoppedAt" IS NOT NULL AS "isStopped"
     FROM "Membership" m
     JOIN "Workspace" w ON w.id = m."workspaceId"
     LEFT JOIN "NoticeWish" h ON h."workspaceId" = m."workspaceId" AND h."userId" = m."userId"
     WHERE m."userId" = $1 ORDER BY lower(w.name), w.id`,
    [filter.userId, USUAL_WISHES.direct, USUAL_WISHES.others],
  );
  return rows;
}
