import type { Transaction } from "@/server/db/prisma";
import { enqueue } from "@/server/jobs/enqueue";

/** A stakeholder to whom a mail may go. */
interface OfStakeholder {
  readonly stakeholderId: string;
  /** The personal link that it carries. */
  readonly linkId: string | null;
  /** The member that the stakeholder has to be. */
  readonly userId: string | null;
  /** A weekly mail, which they may have stopped. */
  readonly isDigest: boolean;
}

/** A member to whom a mail about a map may go. */
interface OfMember {
  readonly userId: string;
  /** The map, which is neither in the archive nor in the bin. */
  readonly journeyId: string;
  /** It is about a review that waits for them: as long as it does, they have not read of it and want such mails. */
  readonly isReview?: boolean;
}

/** A member to whom a mail about notifications may go. */
interface OfNotices {
  readonly userId: string;
  /** What the mail names; they end with the membership. */
  readonly noticeIds: readonly string[];
}

/** To whom a mail may go, asked once more when it goes out: it can have waited for days. */
export type MailCondition = OfStakeholder | OfMember | OfNotices;

async function isStillMember(
  { userId, journeyId, isReview = false }: OfMember,
  tx: Transaction,
): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Journey" j
    JOIN "Membership" m ON m."workspaceId" = j."workspaceId" AND m."userId" = ${userId}::uuid
    JOIN "User" u ON u.id = m."userId" AND u."suspendedAt" IS NULL
    LEFT JOIN "NoticeWish" h ON h."workspaceId" = j."workspaceId" AND h."userId" = m."userId"
    LEFT JOIN "JourneyMute" x ON x."journeyId" = j.id AND x."userId" = m."userId"
    WHERE j.id = ${journeyId}::uuid AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
      AND (NOT ${isReview} OR h."stoppedAt" IS NULL AND h.direct IS DISTINCT FROM 'none' AND x."userId" IS NULL AND EXISTS (
        SELECT 1 FROM "Notification" n
        WHERE n."workspaceId" = j."workspaceId" AND n."journeyId" = j.id AND n."userId" = m."userId" AND n.kind = 'review'
          AND n."readAt" IS NULL))`;
  return found.length > 0;
}

interface NoticeNow {
  readonly id: string;
  readonly isRead: boolean;
  /** What the mail says of it still is so, and its reader wants mails about it. */
  readonly holds: boolean;
}

/**
 * Something in it has not been read meanwhile, and all that it names is still so: words that were deleted or changed
 * do not go out, nor what is on a map that cannot be opened, nor what somebody wants no mails about any more. What is
 * left of it then goes into a mail of its own.
 */
async function isStillNews(
  { userId, noticeIds }: OfNotices,
  tx: Transaction,
): Promise<boolean> {
  const found = await tx.$queryRaw<NoticeNow[]>`
    SELECT n.id, n."readAt" IS NOT NULL AS "isRead",
           j.id IS NOT NULL AND h."stoppedAt" IS NULL AND x."userId" IS NULL
           AND (c."editedAt" IS NULL OR n."mailedAt" IS NULL OR c."editedAt" <= n."mailedAt")
           AND CASE WHEN n.kind IN ('mention', 'touchpoint', 'task', 'review') THEN h.direct ELSE h.others END IS DISTINCT FROM 'none'
           AS holds
    FROM "Notification" n
    JOIN "User" u ON u.id = n."userId" AND u."suspendedAt" IS NULL
    LEFT JOIN "Journey" j ON j.id = n."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
    LEFT JOIN "Comment" c ON c."workspaceId" = n."workspaceId" AND c.id = n."commentId"
    LEFT JOIN "NoticeWish" h ON h."workspaceId" = n."workspaceId" AND h."userId" = n."userId"
    LEFT JOIN "JourneyMute" x ON x."journeyId" = n."journeyId" AND x."userId" = n."userId"
    WHERE n."userId" = ${userId}::uuid AND n.id = ANY(${noticeIds}::uuid[])`;
  const unread = found.filter(({ isRead }) => !isRead);
  if (unread.length === 0) return false;
  const isWhole = found.length === noticeIds.length;
  if (isWhole && found.every(({ holds }) => holds)) return true;
  await tx.notification.updateMany({
    where: { userId, id: { in: unread.map(({ id }) => id) } },
    data: { mailedAt: null },
  });
  const key = `notices:${userId}`;
  const job = { task: "mail-notices", payload: { userId }, key } as const;
  await enqueue({ ...job, runAt: new Date(), keepsTime: true }, tx);
  return false;
}

/** Whether the receiver still is who a mail was meant for, and may have it. */
export async function isStillWanted(
  condition: MailCondition,
  tx: Transaction,
): Promise<boolean> {
  if ("noticeIds" in condition) return isStillNews(condition, tx);
  if ("journeyId" in condition) return isStillMember(condition, tx);
  const { stakeholderId, linkId, userId, isDigest } = condition;
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Stakeholder" s
    WHERE s.id = ${stakeholderId}::uuid AND s."archivedAt" IS NULL
      AND (${linkId}::uuid IS NULL OR s."userId" IS NULL AND EXISTS (
        SELECT 1 FROM "PersonalLink" l
        WHERE l.id = ${linkId}::uuid AND l."stakeholderId" = s.id AND l."revokedAt" IS NULL AND l."expiresAt" > now()))
      AND (${userId}::uuid IS NULL OR s."userId" = ${userId}::uuid AND EXISTS (
        SELECT 1 FROM "Membership" m JOIN "User" u ON u.id = m."userId" AND u."suspendedAt" IS NULL
        WHERE m."workspaceId" = s."workspaceId" AND m."userId" = s."userId"))
      AND NOT (${isDigest} AND EXISTS (
        SELECT 1 FROM "Digest" d
        WHERE d."workspaceId" = s."workspaceId" AND d."stakeholderId" = s.id AND d."stoppedAt" IS NOT NULL))`;
  return found.length > 0;
}
