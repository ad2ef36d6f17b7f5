import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { noteActivity } from "@/server/activity/note";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { isJourneyHere } from "./is-journey-here";

/** A thread of a map that is not in the bin. */
const findHere = (workspaceId: string, threadId: string) =>
  prisma().commentThread.findFirst({
    where: { workspaceId, id: threadId, journey: { deletedAt: null } },
  });

/** Says that a conversation has come to its end, or that it has not. Saying it twice is saying it once. */
export async function settleThread(
  { actor }: Caller<InsideActor>,
  { threadId, isResolved }: { threadId: string; isResolved: boolean },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { workspaceId, userId } = actor;
  const thread = await findHere(workspaceId, threadId);
  if (!thread) return refused("not_found");
  const { createdById, journeyId } = thread;
  if (!can(actor, "comment:resolve", { createdById }))
    return refused("forbidden");
  const isChanged = await prisma().$transaction(async (tx) => {
    const { count } = await tx.commentThread.updateMany({
      where: {
        workspaceId,
        id: threadId,
        resolvedAt: isResolved ? null : { not: null },
      },
      data: {
        resolvedAt: isResolved ? new Date() : null,
        resolvedById: isResolved ? userId : null,
      },
    });
    if (count === 0) return false;
    const kind = isResolved ? "thread-resolved" : "thread-reopened";
    const deed = { actor, workspaceId, journeyId, kind, threadId } as const;
    await noteActivity(deed, tx);
    return true;
  });
  if (isChanged) tellRowsChanged(workspaceId, "comment", journeyId);
  return { ok: true };
}

/**
 * Notes that a member has read a thread; what they were told of it is read with it.
 *
 * @param upTo - the newest word that they saw, null for all: what somebody said since they have not read.
 */
export async function readThread(
  { actor }: Caller<InsideActor>,
  { threadId, upTo }: { threadId: string; upTo: Date | null },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "inbox:change")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  const thread = await findHere(workspaceId, threadId);
  if (!thread) return refused("not_found");
  // Nobody has read what is not said yet.
  const seenAt = upTo && upTo < thread.saidAt ? upTo : thread.saidAt;
  await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "ThreadRead" AS r ("workspaceId", "threadId", "userId", "readAt")
      VALUES (${workspaceId}::uuid, ${threadId}::uuid, ${userId}::uuid, ${seenAt}::timestamptz)
      ON CONFLICT ("threadId", "userId") DO UPDATE SET "readAt" = greatest(r."readAt", excluded."readAt")`;
    await tx.$executeRaw`
      UPDATE "Notification" n SET "readAt" = now()
      FROM "Comment" c
      WHERE n."workspaceId" = ${workspaceId}::uuid AND n."userId" = ${userId}::uuid
        AND n."threadId" = ${threadId}::uuid AND n."readAt" IS NULL
        AND c."workspaceId" = n."workspaceId" AND c.id = n."commentId" AND c."createdAt" <= ${seenAt}::timestamptz`;
  });
  return { ok: true };
}

/** Says whether a member wants mails about a map. Saying it twice is saying it once. */
export async function muteJourney(
  { actor }: Caller<InsideActor>,
  { journeyId, isMuted }: { journeyId: string; isMuted: boolean },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "inbox:change")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const whose = { workspaceId, journeyId, userId };
  if (isMuted)
    await prisma().journeyMute.createMany({
      data: [whose],
      skipDuplicates: true,
    });
  else await prisma().journeyMute.deleteMany({ where: whose });
  return { ok: true };
}
