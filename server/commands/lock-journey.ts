import type { Transaction } from "@/server/db/prisma";

/** Lets what changes the reviews of one journey come one after the other, so that none acts on what another is changing. */
export const lockJourney = (
  {
    workspaceId,
    journeyId,
  }: { readonly workspaceId: string; readonly journeyId: string },
  tx: Transaction,
): Promise<unknown> =>
  tx.$queryRaw`
    SELECT 1 FROM "Journey" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${journeyId}::uuid FOR UPDATE`;
