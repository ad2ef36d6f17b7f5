import { dueBefore, NEWS_MS, USUAL_WISHES } from "@/lib/conversation/wishes";
import type { NoticeKind } from "@/lib/conversation/wishes";
import type { Transaction } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** Something that somebody is to be mailed of now. */
export interface DueNotice {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspace: string;
  readonly slug: string;
  readonly journeyId: string;
  readonly journey: string;
  readonly kind: NoticeKind;
  readonly threadId: string | null;
  readonly entityId: string | null;
  readonly label: string;
  /** Who caused it; null where that is not known, or they have left. */
  readonly actor: string | null;
  /** What was said; empty where nothing was. */
  readonly body: string;
  /** Who is named in it. */
  readonly named: readonly { readonly id: string; readonly name: string }[];
}

/** More are not read in one go; the rest is in the inbox. */
const mostDue = 500;

/**
 * What a person has not read, was not mailed of, wants mails about by now, and still may see. What became theirs and
 * is not any more, or is done, is no news.
 */
export async function findDueNotices(
  filter: { userId: string; now: Date },
  tx: Transaction,
): Promise<DueNotice[]> {
  requireKeys(filter, ["userId", "now"]);
  const { userId, now } = filter;
  const before = dueBefore(now);
  const since = new Date(now.getTime() - NEWS_MS);
  return tx.$queryRaw<DueNotice[]>`
    SELECT n.id, n."workspaceId", w.name AS workspace, w.slug, n."journeyId", j.title AS journey, n.kind, n."threadId", n."entityId",
           n.label, a.name AS actor, coalesce(c.body, '') AS body,
           (SELECT coalesce(json_agg(json_build_object('id', nu.id, 'name', nu.name)), '[]')
            FROM "Mention" g JOIN "User" nu ON nu.id = g."userId" WHERE g."commentId" = c.id) AS named
    FROM "Notification" n
    JOIN "Workspace" w ON w.id = n."workspaceId"
    JOIN "Journey" j ON j."workspaceId" = n."workspaceId" AND j.id = n."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
    LEFT JOIN "NoticeWish" h ON h."workspaceId" = n."workspaceId" AND h."userId" = n."userId"
    LEFT JOIN "JourneyMute" x ON x."journeyId" = n."journeyId" AND x."userId" = n."userId"
    LEFT JOIN "Membership" am ON am."workspaceId" = n."workspaceId" AND am."userId" = n."actorId"
    LEFT JOIN "User" a ON a.id = am."userId"
    LEFT JOIN "Comment" c ON c."workspaceId" = n."workspaceId" AND c.id = n."commentId"
    WHERE n."userId" = ${userId}::uuid AND n."mailedAt" IS NULL AND n."readAt" IS NULL AND n."createdAt" > ${since}::timestamptz
      AND h."stoppedAt" IS NULL AND x."userId" IS NULL
      AND n."createdAt" <= CASE
        CASE WHEN n.kind IN ('mention', 'touchpoint', 'task', 'review') THEN coalesce(h.direct, ${USUAL_WISHES.direct})
             ELSE coalesce(h.others, ${USUAL_WISHES.others}) END
        WHEN 'now' THEN ${before.now}::timestamptz WHEN 'daily' THEN ${before.daily}::timestamptz
        WHEN 'weekly' THEN ${before.weekly}::timestamptz END
      AND (n.kind <> 'touchpoint' OR EXISTS (
        SELECT 1 FROM "TouchpointOwner" o JOIN "Stakeholder" s ON s."workspaceId" = o."workspaceId" AND s.id = o."stakeholderId"
        WHERE o."journeyId" = n."journeyId" AND o."touchpointId" = n."entityId" AND o.role = 'responsible' AND s."userId" = n."userId"))
      AND (n.kind <> 'task' OR EXISTS (
        SELECT 1 FROM "TaskRow" k JOIN "Stakeholder" s ON s."workspaceId" = k."workspaceId" AND s.id = k."stakeholderId"
        WHERE k."journeyId" = n."journeyId" AND k."cardId" = n."entityId" AND k.status IN ('open', 'doing') AND s."userId" = n."userId"))
      AND (n.kind <> 'review' OR j."reviewEveryDays" IS NOT NULL)
    ORDER BY n."createdAt", n.id LIMIT ${mostDue}`;
}
