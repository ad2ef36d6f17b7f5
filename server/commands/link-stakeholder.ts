import { prisma, type Database, type Transaction } from "@/server/db/prisma";
import { endPersonalLinks } from "@/server/person/end-links";

/**
 * Links a member who joins to the stakeholder that they already are: a person of the same address whom
 * nobody has linked. Their personal link ends: they have an account now. Called wherever a membership is made, in
 * its transaction; does nothing where there is none.
 */
export async function linkStakeholder(
  member: { workspaceId: string; userId: string },
  through: Database | Transaction = prisma(),
): Promise<void> {
  const { workspaceId, userId } = member;
  const user = await through.user.findUnique({
    where: { id: userId },
    select: { email: true },
  });
  const taken = await through.stakeholder.count({
    where: { workspaceId, userId },
  });
  if (!user || taken > 0) return;
  const found = await through.stakeholder.findFirst({
    where: {
      workspaceId,
      userId: null,
      kind: "person",
      archivedAt: null,
      email: { equals: user.email, mode: "insensitive" },
    },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  if (!found) return;
  await through.stakeholder.updateMany({
    where: { workspaceId, id: found.id, userId: null },
    data: { userId, version: { increment: 1 } },
  });
  const stakeholderId = found.id;
  await endPersonalLinks({ workspaceId, stakeholderId }, through);
}
