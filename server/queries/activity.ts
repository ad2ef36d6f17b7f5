import {
  ACTIVITY_KINDS,
  topicOf,
  type ActivityKind,
  type Topic,
} from "@/lib/activity/kinds";
import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { ActivityItem, ActivityList } from "@/lib/api/activity";
import type { Named } from "@/lib/api/fields";
import { plainText } from "@/lib/conversation/words";
import { pool } from "@/server/db/pool";
import { momentCursor, type MomentPlace } from "./moment-cursor";
import { requireKeys } from "./require-defined";

export interface ActivityFilter {
  actor: InsideActor;
  /** Whether the workspace lets its editors share maps: links are told of only to those who may see them. */
  allowPublicLinks: boolean;
  journeyId: string | null;
  /** A member. */
  userId: string | null;
  topic: Topic | null;
}

interface ActivityPage {
  after: MomentPlace | null;
  limit: number;
}

/** Whether somebody may read what a kind tells of, by the rules for the thing itself. */
function mayRead(
  kind: ActivityKind,
  { actor, allowPublicLinks }: ActivityFilter,
): boolean {
  switch (topicOf(kind)) {
    case "talk":
      return can(actor, "comment:read");
    case "evidence":
      return can(actor, "evidence:read");
    case "people":
      return kind === "member-joined"
        ? can(actor, "member:list")
        : can(actor, "link:read", { allowPublicLinks });
    case "map":
      return can(actor, "history:read");
    case "work":
    case "journeys":
      return can(actor, "journey:list");
  }
}

type At = (value: unknown) => string;

/** Only what is asked for is in the statement, so that each question finds its index. */
function conditionsOf(
  filter: ActivityFilter,
  { after }: ActivityPage,
  at: At,
): string[] {
  const { journeyId, userId, topic } = filter;
  const hidden = ACTIVITY_KINDS.filter((kind) => !mayRead(kind, filter));
  return [
    ...(journeyId === null ? [] : [`a."journeyId" = ${at(journeyId)}::uuid`]),
    ...(userId === null ? [] : [`a."userId" = ${at(userId)}::uuid`]),
    ...(topic === null ? [] : [`a.topic = ${at(topic)}`]),
    ...(hidden.length === 0 ? [] : [`a.kind <> ALL(${at(hidden)}::text[])`]),
    ...(after === null
      ? []
      : [
          `(a.at, a.id) < (${at(after[0])}::timestamptz, ${at(after[1])}::uuid)`,
        ]),
  ];
}

// What a row is called is asked of the one table that knows it, and not of all of them: there are many kinds.
const ofSubject = `x."workspaceId" = a."workspaceId" AND x.id = a."subjectId"`;
const importSql = `SELECT x."fileName" FROM "ImportRun" x WHERE ${ofSubject}`;
const pulseSql = `SELECT x.name FROM "Pulse" x WHERE ${ofSubject}`;
const linkSql = `SELECT x.name FROM "ShareLink" x WHERE ${ofSubject}`;
const commentSql = `SELECT x.body FROM "Comment" x WHERE ${ofSubject}`;
// Who gave to whom: two names and an arrow, which every language reads alike.
const handedSql = `
  SELECT x.name || ' → ' || y.name FROM "Stakeholder" x
  JOIN "Stakeholder" y ON y."workspaceId" = x."workspaceId" AND y.id = a."entityIds"[1] WHERE ${ofSubject}`;
const reviewSql = `SELECT x.note FROM "JourneyReview" x WHERE ${ofSubject}`;
const threadSql = `
  SELECT CASE WHEN t."anchorKind" <> 'map' THEN coalesce(ts.title, tp.title, tk.text) END
  FROM "CommentThread" t
  LEFT JOIN "StageRow" ts ON ts."journeyId" = t."journeyId" AND ts.id = t."anchorId"
  LEFT JOIN "TouchpointRow" tp ON tp."journeyId" = t."journeyId" AND tp.id = t."anchorId"
  LEFT JOIN "CardRow" tk ON tk."journeyId" = t."journeyId" AND tk.id = t."anchorId"
  WHERE t."workspaceId" = a."workspaceId" AND t.id = a."threadId"`;

/** As many names as a line shows. */
const mostThings = 3;

// Of a journey in the bin is told that it is there and nothing else; of evidence that was deleted nothing. The page is
// cut out first: what its rows are called is looked up for them alone. EXISTS in place of IS TRUE may read all evidence.
const readSql = (conditions: readonly string[], limit: string) => `
WITH page AS MATERIALIZED (
  SELECT a.*, j.title, j."deletedAt" IS NOT NULL AS "isInBin"
  FROM "Activity" a
  LEFT JOIN "Journey" j ON j."workspaceId" = a."workspaceId" AND j.id = a."journeyId"
  WHERE ${[`a."workspaceId" = $1`, ...conditions].join(" AND ")}
    AND (a."journeyId" IS NULL OR j."deletedAt" IS NULL OR a.kind = 'journey-deleted')
    AND (a.kind NOT IN ('evidence-added', 'evidence-changed') OR (
      SELECT e."deletedAt" IS NULL FROM "Evidence" e WHERE e."workspaceId" = a."workspaceId" AND e.id = a."subjectId") IS TRUE)
  ORDER BY a.at DESC, a.id DESC LIMIT ${limit}
)
SELECT a.id, a.kind, a.at, CASE WHEN a.kind = 'handed-over' THEN '{}' ELSE a."entityIds" END AS ids, a."isMore", a."threadId",
       CASE WHEN u.id IS NOT NULL THEN 'member' WHEN s.id IS NOT NULL THEN 'person'
            WHEN a."userId" IS NOT NULL OR a."stakeholderId" IS NOT NULL THEN 'former' ELSE 'several' END AS who,
       coalesce(u.id, s.id) AS "byId", coalesce(u.name, s.name) AS "byName",
       CASE WHEN a."journeyId" IS NULL THEN NULL
            ELSE json_build_object('id', a."journeyId", 'title', a.title, 'isInBin', a."isInBin") END AS journey,
       coalesce(CASE WHEN a."threadId" IS NOT NULL THEN (${threadSql}) WHEN a.kind LIKE 'import-%' THEN (${importSql})
                     WHEN a.kind LIKE 'pulse-%' THEN (${pulseSql}) WHEN a.kind LIKE 'share-%' THEN (${linkSql})
                     WHEN a.kind = 'handed-over' THEN (${handedSql}) END, '') AS label,
       coalesce(CASE a.kind WHEN 'comment-written' THEN (${commentSql}) WHEN 'journey-reviewed' THEN (${reviewSql}) END, '') AS body,
       (SELECT coalesce(json_agg(json_build_object('id', nu.id, 'name', nu.name)), '[]')
        FROM "Mention" g JOIN "User" nu ON nu.id = g."userId" WHERE a.kind = 'comment-written' AND g."commentId" = a."subjectId") AS named,
       (SELECT coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'label', left(f.label, 120)) ORDER BY f.nth), '[]') FROM (
          SELECT x.id, x.nth,
                 CASE WHEN xp.id IS NOT NULL THEN 'touchpoint' WHEN xk.id IS NOT NULL THEN 'card'
                      WHEN xs.id IS NOT NULL THEN 'stage' ELSE 'lane' END AS kind,
                 coalesce(xp.title, xk.text, xs.title, xl.title) AS label
          FROM unnest(a."entityIds"[1:${mostThings}]) WITH ORDINALITY AS x(id, nth)
          LEFT JOIN "TouchpointRow" xp ON xp."journeyId" = a."journeyId" AND xp.id = x.id
          LEFT JOIN "CardRow" xk ON xk."journeyId" = a."journeyId" AND xk.id = x.id
          LEFT JOIN "StageRow" xs ON xs."journeyId" = a."journeyId" AND xs.id = x.id
          LEFT JOIN "LaneRow" xl ON xl."journeyId" = a."journeyId" AND xl.id = x.id) f
        WHERE f.label IS NOT NULL AND NOT a."isInBin") AS things
FROM page a
LEFT JOIN "Membership" m ON m."workspaceId" = a."workspaceId" AND m."userId" = a."userId"
LEFT JOIN "User" u ON u.id = m."userId"
LEFT JOIN "Stakeholder" s ON s."workspaceId" = a."workspaceId" AND s.id = a."stakeholderId"
ORDER BY a.at DESC, a.id DESC`;

interface ActivityRead extends Omit<ActivityItem, "at" | "by" | "excerpt"> {
  at: Date;
  byId: string | null;
  byName: string | null;
  body: string;
  named: Named[];
}

/** As much as a line or two can show. */
const mostLetters = 200;
const shortened = (text: string) => [...text].slice(0, mostLetters).join("");

function toItem(row: ActivityRead): ActivityItem {
  const { at, byId, byName, body, named, label, ...rest } = row;
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    ...rest,
    at: at.toISOString(),
    by: byId === null || byName === null ? null : { id: byId, name: byName },
    label: shortened(label),
    excerpt: shortened(plainText(body, (id) => names.get(id) ?? "…")),
  };
}

/** What people did in a workspace, as far as the reader may read of it, the newest first. */
export async function listActivity(
  filter: ActivityFilter,
  page: ActivityPage,
): Promise<ActivityList> {
  requireKeys(filter, [
    "actor",
    "allowPublicLinks",
    "journeyId",
    "userId",
    "topic",
  ]);
  requireKeys(page, ["after", "limit"]);
  const values: unknown[] = [filter.actor.workspaceId];
  const at: At = (value) => `$${values.push(value)}`;
  const conditions = conditionsOf(filter, page, at);
  const sql = readSql(conditions, at(page.limit + 1));
  const found = await pool().query<ActivityRead>(sql, values);
  const rows = found.rows.slice(0, page.limit);
  const last = rows.at(-1);
  const hasMore = last !== undefined && found.rows.length > page.limit;
  return {
    items: rows.map(toItem),
    nextCursor: hasMore ? momentCursor(last.at, last.id) : null,
  };
}
