import type { Transaction } from "@/server/db/prisma";

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
  { userId, journeyId }: OfMember,
  tx: Transaction,
): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Journey" j
    JOIN "Membership" m ON m."workspaceId" = j."workspaceId" AND m."userId" = ${userId}::uuid
    JOIN "User" u ON u.id = m."userId" AND u."suspendedAt" IS NULL
    WHERE j.id = ${journeyId}::uuid AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL`;
  return found.length > 0;
}

/** Something in it has not been read meanwhile, is on a map that can be opened, and mails were not stopped. */
async function isStillNews(
  { userId, noticeIds }: OfNotices,
  tx: Transaction,
): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Notification" n
    JOIN "User" u ON u.id = n."userId" AND u."suspendedAt" IS NULL
    JOIN "Journey" j ON j.id = n."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
    LEFT JOIN "NoticeWish" h ON h."workspaceId" = n."workspaceId" AND h."userId" = n."userId"
    LEFT JOIN "JourneyMute" x ON x."journeyId" = n."journeyId" AND x."userId" = n."userId"
    WHERE n."userId" = ${userId}::uuid AND n.id = ANY(${noticeIds}::uuid[]) AND n."readAt" IS NULL
      AND h."stoppedAt" IS NULL AND x."userId" IS NULL
    LIMIT 1`;
  return found.length > 0;
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
