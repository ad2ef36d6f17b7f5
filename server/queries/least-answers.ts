import { LEAST_ANSWERS } from "@/lib/pulse/terms";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** From how many answers of respondents on a workspace shows a score. */
export async function readLeastAnswers(filter: {
  workspaceId: string;
}): Promise<number> {
  requireKeys(filter, ["workspaceId"]);
  const found = await prisma().workspace.findUnique({
    where: { id: filter.workspaceId },
    select: { leastAnswers: true },
  });
  return found?.leastAnswers ?? LEAST_ANSWERS;
}
