import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type {
  AnchorKind,
  CommentItem,
  Conversation,
  ThreadDetail,
  ThreadItem,
  ThreadList,
  ThreadState,
} from "@/lib/api/comments";
import type { Named } from "@/lib/api/fields";
import { pool } from "@/server/db/pool";
import { momentCursor, type MomentPlace } from "./moment-cursor";
import { requireKeys } from "./require-defined";

/** What a list of threads is narrowed to. */
export interface ThreadFilter {
  actor: InsideActor;
  journeyId: string;
  state: ThreadState;
  /** Id of a thing of the map, "map" for the map itself, null for any. */
  about: string | null;
  /** Only those in which the reader wrote or is named. */
  isMine: boolean;
}

export interface ThreadPage {
  after: MomentPlace | null;
  limit: number;
}

interface CommentRead {
  id: string;
  authorId: string | null;
  author: Named | null;
  body: string;
  mentions: Named[];
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}

interface ThreadRead {
  id: string;
  journeyId: string;
  anchorKind: AnchorKind;
  anchorId: string | null;
  label: string;
  isRemoved: boolean;
  createdById: string | null;
  resolvedAt: Date | null;
  resolvedBy: Named | null;
  isUnread: boolean;
  replies: number;
  saidAt: Date;
}

/** A member under the name of today; whoever left is nobody any more. */
const memberSql = (alias: string) =>
  `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;

// $1 workspace, $2 reader. A thing is called what it is called now, as long as it is on its map.
const threadSql = `
SELECT t.id, t."journeyId", t."anchorKind", t."anchorId", t."createdById", t."resolvedAt", t."saidAt",
       CASE t."anchorKind" WHEN 'map' THEN j.title ELSE coalesce(s.title, p.title, k.text, t."anchorLabel") END AS label,
       t."anchorKind" <> 'map' AND s.id IS NULL AND p.id IS NULL AND k.id IS NULL AND coalesce(d.proj_seq, 0) >= t."anchorSeq" AS "isRemoved",
       ${memberSql("u")} AS "resolvedBy",
       t."saidAt" > coalesce(r."readAt", me."createdAt") AS "isUnread",
       (SELECT count(*)::int - 1 FROM "Comment" c WHERE c."workspaceId" = t."workspaceId" AND c."threadId" = t.id) AS replies
FROM "CommentThread" t
JOIN "Journey" j ON j."workspaceId" = t."workspaceId" AND j.id = t."journeyId" AND j."deletedAt" IS NULL
JOIN "Membership" me ON me."workspaceId" = t."workspaceId" AND me."userId" = $2
LEFT JOIN document_state d ON d.journey_id = t."journeyId"
LEFT JOIN "ThreadRead" r ON r."threadId" = t.id AND r."userId" = $2
LEFT JOIN "StageRow" s ON t."anchorKind" = 'stage' AND s."journeyId" = t."journeyId" AND s.id = t."anchorId"
LEFT JOIN "TouchpointRow" p ON t."anchorKind" = 'touchpoint' AND p."journeyId" = t."journeyId" AND p.id = t."anchorId"
LEFT JOIN "CardRow" k ON t."anchorKind" = 'card' AND k."journeyId" = t."journeyId" AND k.id = t."anchorId"
LEFT JOIN "Membership" m ON m."workspaceId" = t."workspaceId" AND m."userId" = t."resolvedById"
LEFT JOIN "User" u ON u.id = m."userId"
WHERE t."workspaceId" = $1`;

const commentSql = `
SELECT c.id, c."threadId", c."authorId", c.body, c."createdAt", c."editedAt", c."deletedAt", ${memberSql("u")} AS author,
       (SELECT coalesce(json_agg(json_build_object('id', nu.id, 'name', nu.name)), '[]')
        FROM "Mention" n JOIN "User" nu ON nu.id = n."userId" WHERE n."workspaceId" = c."workspaceId" AND n."commentId" = c.id) AS mentions
FROM "Comment" c
LEFT JOIN "Membership" m ON m."workspaceId" = c."workspaceId" AND m."userId" = c."authorId"
LEFT JOIN "User" u ON u.id = m."userId"
WHERE c."workspaceId" = $1`;

function toComment(row: CommentRead, actor: InsideActor): CommentItem {
  const { authorId: createdById, createdAt, editedAt, deletedAt } = row;
  const isDeleted = deletedAt !== null;
  const may = (action: "comment:edit" | "comment:delete") =>
    !isDeleted && can(actor, action, { createdById });
  return {
    id: row.id,
    author: row.author,
    body: row.body,
    mentions: row.mentions,
    at: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    isDeleted,
    mayEdit: may("comment:edit"),
    mayDelete: may("comment:delete"),
  };
}

function toThread(
  row: ThreadRead,
  opening: CommentItem,
  actor: InsideActor,
): ThreadItem {
  const { anchorKind: kind, anchorId, label, isRemoved, createdById } = row;
  return {
    id: row.id,
    journeyId: row.journeyId,
    anchor: { kind, id: anchorId, label, isRemoved },
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy,
    mayResolve: can(actor, "comment:resolve", { createdById }),
    isUnread: row.isUnread,
    replies: row.replies,
    saidAt: row.saidAt.toISOString(),
    opening,
  };
}

type At = (value: unknown) => string;

/** Only what is asked for is in the statement, so that each question finds its index. */
function conditionsOf(filter: ThreadFilter, page: ThreadPage, at: At): string {
  const { journeyId, state, about, isMine } = filter;
  return [
    `t."journeyId" = ${at(journeyId)}::uuid`,
    ...(state === "all"
      ? []
      : [`t."resolvedAt" IS ${state === "open" ? "" : "NOT "}NULL`]),
    ...(about === null
      ? []
      : [
          about === "map"
            ? `t."anchorId" IS NULL`
            : `t."anchorId" = ${at(about)}::uuid`,
        ]),
    ...(isMine
      ? [
          `EXISTS (SELECT 1 FROM "Comment" c LEFT JOIN "Mention" n ON n."commentId" = c.id AND n."userId" = $2
            WHERE c."workspaceId" = t."workspaceId" AND c."threadId" = t.id AND c."deletedAt" IS NULL
              AND (c."authorId" = $2 OR n."userId" IS NOT NULL))`,
        ]
      : []),
    ...(page.after === null
      ? []
      : [
          `(t."saidAt", t.id) < (${at(page.after[0])}::timestamptz, ${at(page.after[1])}::uuid)`,
        ]),
  ].join(" AND ");
}

/** The first comment of each thread. */
async function openingsOf(
  workspaceId: string,
  threadIds: readonly string[],
): Promise<Map<string, CommentRead>> {
  const { rows } = await pool().query<CommentRead & { threadId: string }>(
    `SELECT DISTINCT ON (o."threadId") o.* FROM (${commentSql} AND c."threadId" = ANY($2::uuid[])) o
     ORDER BY o."threadId", o."createdAt", o.id`,
    [workspaceId, threadIds],
  );
  return new Map(rows.map((row) => [row.threadId, row]));
}

/** The threads of a journey, the newest word first; none of a journey that is not here. */
export async function listThreads(
  filter: ThreadFilter,
  page: ThreadPage,
): Promise<ThreadList> {
  requireKeys(filter, ["actor", "journeyId", "state", "about", "isMine"]);
  requireKeys(page, ["after", "limit"]);
  const { actor } = filter;
  const { workspaceId, userId } = actor;
  const values: unknown[] = [workspaceId, userId];
  const at: At = (value) => `$${values.push(value)}`;
  const conditions = conditionsOf(filter, page, at);
  const found = await pool().query<ThreadRead>(
    `${threadSql} AND ${conditions} ORDER BY t."saidAt" DESC, t.id DESC LIMIT ${at(page.limit + 1)}`,
    values,
  );
  const rows = found.rows.slice(0, page.limit);
  const last = rows.at(-1);
  const hasMore = last !== undefined && found.rows.length > page.limit;
  const ids = rows.map(({ id }) => id);
  const openings = await openingsOf(workspaceId, ids);
  return {
    threads: rows.flatMap((row) => {
      const opening = openings.get(row.id);
      return opening ? [toThread(row, toComment(opening, actor), actor)] : [];
    }),
    nextCursor: hasMore ? momentCursor(last.saidAt, last.id) : null,
  };
}

/** A thread with all that was said in it; null where there is none, or its map is in the bin. */
export async function findThread(filter: {
  actor: InsideActor;
  threadId: string;
}): Promise<ThreadDetail | null> {
  requireKeys(filter, ["actor", "threadId"]);
  const { actor, threadId } = filter;
  const { workspaceId, userId } = actor;
  const [threads, comments] = await Promise.all([
    pool().query<ThreadRead>(`${threadSql} AND t.id = $3`, [
      workspaceId,
      userId,
      threadId,
    ]),
    pool().query<CommentRead>(
      `${commentSql} AND c."threadId" = $2 ORDER BY c."createdAt", c.id`,
      [workspaceId, threadId],
    ),
  ]);
  const [row] = threads.rows;
  const said = comments.rows.map((comment) => toComment(comment, actor));
  const [opening] = said;
  if (!row || !opening) return null;
  return { ...toThread(row, opening, actor), comments: said };
}

const countsSql = `
SELECT t."anchorKind" AS kind, t."anchorId" AS id, count(*) FILTER (WHERE t."resolvedAt" IS NULL)::int AS open,
       count(*) FILTER (WHERE t."saidAt" > coalesce(r."readAt", me."createdAt"))::int AS unread
FROM "CommentThread" t
JOIN "Membership" me ON me."workspaceId" = t."workspaceId" AND me."userId" = $3
LEFT JOIN "ThreadRead" r ON r."threadId" = t.id AND r."userId" = $3
WHERE t."workspaceId" = $1 AND t."journeyId" = $2
GROUP BY 1, 2
HAVING count(*) FILTER (WHERE t."resolvedAt" IS NULL OR t."saidAt" > coalesce(r."readAt", me."createdAt")) > 0
ORDER BY 1, 2`;

/** How many conversations there are about what on a journey, and how its reader wants to hear of them. */
export async function readConversation(filter: {
  workspaceId: string;
  journeyId: string;
  userId: string;
}): Promise<Conversation> {
  requireKeys(filter, ["workspaceId", "journeyId", "userId"]);
  const { workspaceId, journeyId, userId } = filter;
  const whose = [workspaceId, journeyId, userId];
  const [counts, mutes] = await Promise.all([
    pool().query<Conversation["counts"][number]>(countsSql, whose),
    pool().query(
      `SELECT 1 FROM "JourneyMute" WHERE "workspaceId" = $1 AND "journeyId" = $2 AND "userId" = $3`,
      whose,
    ),
  ]);
  return { isMuted: mutes.rows.length > 0, counts: counts.rows };
}
