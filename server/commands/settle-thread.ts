import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
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
  const { count } = await prisma().commentThread.updateMany({
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
  if (count > 0) tellRowsChanged(workspaceId, "comment", journeyId);
  return { ok: true };
}

/** Notes that a member has read a thread; what they were told of it is read with it. */
export async function readThread(
  { actor }: Caller<InsideActor>,
  threadId: string,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "inbox:change")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  if (!(await findHere(workspaceId, threadId))) return refused("not_found");
  const readAt = new Date();
  await prisma().$transaction(async (tx) => {
    await tx.threadRead.upsert({
      where: { threadId_userId: { threadId, userId } },
      create: { workspaceId, threadId, userId, readAt },
      update: { readAt },
    });
    await tx.notification.updateMany({
      where: { workspaceId, userId, threadId, readAt: null },
      data: { readAt },
    });
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
