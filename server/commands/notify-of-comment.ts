import { receiversOf } from "@/lib/conversation/receivers";
import { DIRECT_KINDS } from "@/lib/conversation/wishes";
import type { Transaction } from "@/server/db/prisma";
import { askForNotices, gatheredAt } from "./mail-notices";

/** A comment that was just stored, and what it is about. */
export interface StoredComment {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly threadId: string;
  readonly commentId: string;
  readonly authorId: string;
  readonly anchorKind: string;
  readonly anchorId: string | null;
  readonly label: string;
  /** Members who are named in it and were not named in it before. */
  readonly mentioned: readonly string[];
  /** Whether only those are told: of a comment that was changed, the others know. */
  readonly isEdit: boolean;
}

/** Members who wrote in a thread or were named in it. */
async function participantsOf(
  { workspaceId, threadId }: StoredComment,
  tx: Transaction,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT m."userId" FROM "Membership" m
    WHERE m."workspaceId" = ${workspaceId}::uuid AND m."userId" IN (
      SELECT c."authorId" FROM "Comment" c
      WHERE c."workspaceId" = ${workspaceId}::uuid AND c."threadId" = ${threadId}::uuid AND c."deletedAt" IS NULL
      UNION
      SELECT n."userId" FROM "Mention" n JOIN "Comment" c ON c."workspaceId" = n."workspaceId" AND c.id = n."commentId"
      WHERE c."workspaceId" = ${workspaceId}::uuid AND c."threadId" = ${threadId}::uuid)
    ORDER BY 1`;
  return rows.map(({ userId }) => userId);
}

/** Members who answer for a touchpoint, do a task, or keep the map. */
async function responsibleFor(
  { workspaceId, journeyId, anchorId, anchorKind }: StoredComment,
  tx: Transaction,
): Promise<string[]> {
  const rows =
    anchorKind === "map"
      ? await tx.$queryRaw<{ userId: string }[]>`
          SELECT m."userId" FROM "Journey" j
          JOIN "Membership" m ON m."workspaceId" = j."workspaceId" AND m."userId" = coalesce(j."keeperId", j."createdById")
          WHERE j."workspaceId" = ${workspaceId}::uuid AND j.id = ${journeyId}::uuid`
      : await tx.$queryRaw<{ userId: string }[]>`
          SELECT DISTINCT m."userId" FROM (
            SELECT o."stakeholderId" FROM "TouchpointOwner" o
            WHERE o."journeyId" = ${journeyId}::uuid AND o."touchpointId" = ${anchorId}::uuid AND o.role = 'responsible'
            UNION ALL
            SELECT k."stakeholderId" FROM "TaskRow" k
            WHERE k."journeyId" = ${journeyId}::uuid AND k."cardId" = ${anchorId}::uuid
          ) whose
          JOIN "Stakeholder" h ON h."workspaceId" = ${workspaceId}::uuid AND h.id = whose."stakeholderId" AND h."archivedAt" IS NULL
          JOIN "Membership" m ON m."workspaceId" = h."workspaceId" AND m."userId" = h."userId"
          ORDER BY 1`;
  return rows.map(({ userId }) => userId);
}

/**
 * Writes into the inboxes of those who should know of a comment, and has a mail made for those it is said to. Part of
 * the transaction that stores the comment: told and stored, or neither.
 */
export async function notifyOfComment(
  comment: StoredComment,
  tx: Transaction,
): Promise<void> {
  const { workspaceId, journeyId, threadId, commentId, authorId } = comment;
  const { mentioned, isEdit, label } = comment;
  const participants = isEdit ? [] : await participantsOf(comment, tx);
  const responsible = isEdit ? [] : await responsibleFor(comment, tx);
  const concerned = { authorId, mentioned, participants, responsible };
  const receivers = receiversOf(concerned);
  if (receivers.length === 0) return;
  await tx.notification.createMany({
    data: receivers.map(({ userId, kind }) => ({
      workspaceId,
      journeyId,
      threadId,
      commentId,
      actorId: authorId,
      label,
      userId,
      kind,
    })),
  });
  // Soon, if by then there still is something that its receiver has not read.
  const soon = gatheredAt(new Date());
  // In one order everywhere: two comments that name the same people in different orders would wait for each other.
  const direct = receivers.filter(({ kind }) => DIRECT_KINDS.includes(kind));
  for (const userId of direct.map((one) => one.userId).sort())
    await askForNotices(userId, soon, tx);
}
