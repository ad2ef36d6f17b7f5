import { prisma } from "@/server/db/prisma";

/** Whether a journey is in a workspace and not in its bin. */
export async function isJourneyHere(
  workspaceId: string,
  journeyId: string,
): Promise<boolean> {
  const found = await prisma().journey.count({
    where: { workspaceId, id: journeyId, deletedAt: null },
  });
  return found > 0;
}
