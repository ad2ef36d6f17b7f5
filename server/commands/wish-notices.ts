import { USUAL_WISHES, type Wishes } from "@/lib/conversation/wishes";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

interface Whose {
  readonly workspaceId: string;
  readonly userId: string;
}

/** Stops the mails about notifications of a workspace, or starts them again as they were wished. */
export async function stopNotices(
  { workspaceId, userId }: Whose,
  isStopped: boolean,
): Promise<void> {
  const stoppedAt = isStopped ? new Date() : null;
  await prisma().noticeWish.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, ...USUAL_WISHES, stoppedAt },
    update: { stoppedAt },
  });
}

/** Says which mails a member wants about a workspace; with it, what was stopped by a link starts again. */
export async function wishNotices(
  { workspaceId, userId }: Whose,
  { direct, others }: Wishes,
): Promise<Outcome<object, "not_found">> {
  const key = { workspaceId_userId: { workspaceId, userId } };
  const member = await prisma().membership.findUnique({ where: key });
  if (!member) return refused("not_found");
  const wishes = { direct, others, stoppedAt: null };
  await prisma().noticeWish.upsert({
    where: key,
    create: { workspaceId, userId, ...wishes },
    update: wishes,
  });
  return { ok: true };
}
