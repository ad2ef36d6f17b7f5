import { prisma, type Database, type Transaction } from "@/server/db/prisma";

/**
 * Ends the personal link of a stakeholder for good. Called wherever one is put away, becomes a member or gets
 * another address, in that transaction: whoever holds the old link is not who is meant any more.
 *
 * @returns the ids of those that ended.
 */
export async function endPersonalLinks(
  whose: { workspaceId: string; stakeholderId: string },
  through: Database | Transaction = prisma(),
): Promise<string[]> {
  const { workspaceId, stakeholderId } = whose;
  const ended = await through.personalLink.updateManyAndReturn({
    where: { workspaceId, stakeholderId, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { id: true },
  });
  return ended.map(({ id }) => id);
}
