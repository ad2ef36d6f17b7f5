import { prisma } from "@/server/db/prisma";

/** A member's account, or null for whoever does not belong to the workspace. */
export async function findMemberUser(
  workspaceId: string,
  userId: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const membership = await prisma().membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { user: { select: { id: true, name: true, email: true } } },
  });
  return membership?.user ?? null;
}
