import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

/** Stops the weekly mail to a stakeholder, or starts it again. Saying it twice is saying it once. */
export async function wishDigest(
  whose: { workspaceId: string; stakeholderId: string },
  isStopped: boolean,
): Promise<void> {
  const { workspaceId, stakeholderId } = whose;
  const stoppedAt = isStopped ? new Date() : null;
  await prisma().digest.upsert({
    where: { workspaceId_stakeholderId: { workspaceId, stakeholderId } },
    create: { workspaceId, stakeholderId, stoppedAt },
    update: { stoppedAt },
  });
}

/** The same for somebody with an account: of the workspace in which they are a stakeholder. */
export async function wishOwnDigest(
  { workspaceId, userId }: { workspaceId: string; userId: string },
  isStopped: boolean,
): Promise<Outcome<object, "not_found">> {
  const me = await prisma().stakeholder.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { id: true },
  });
  if (!me) return refused("not_found");
  await wishDigest({ workspaceId, stakeholderId: me.id }, isStopped);
  return { ok: true };
}
