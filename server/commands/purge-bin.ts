import { announceAccessChange } from "@/server/access-changes";
import { prisma, type Transaction } from "@/server/db/prisma";
import { env } from "@/server/env";
import { dropRemovedFiles } from "@/server/files/sweep";
import { logger } from "@/server/logger";
import { deleteDocuments } from "./delete-documents";

const dayMs = 24 * 60 * 60 * 1000;
const mostAttempts = 3;
/** A log of years takes its time. */
const transactionMs = 5 * 60_000;

/** Takes one journey out of every table. Its files are marked as removed long ago, and go when their bytes have. */
async function purge(
  { id, workspaceId }: { id: string; workspaceId: string },
  binnedBefore: Date,
  tx: Transaction,
): Promise<boolean> {
  // Whoever restores it at this moment waits for the lock, and finds either all of it or nothing.
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Journey" WHERE id = ${id}::uuid AND "deletedAt" < ${binnedBefore}::timestamptz FOR UPDATE`;
  if (held.length === 0) return false;
  await deleteDocuments([id], tx);
  await tx.fileObject.updateMany({
    where: { workspaceId, journeyId: id },
    data: { deletedAt: new Date(0) },
  });
  await tx.journey.delete({ where: { id } });
  await tx.auditEvent.create({
    data: {
      workspaceId,
      actorKind: "system",
      action: "journey:purge",
      subjectKind: "journey",
      subjectId: id,
      outcome: "done",
    },
  });
  return true;
}

export interface Purged {
  readonly journeys: number;
  readonly files: number;
}

/** Its room may be writing rows and a snapshot at this very moment; it writes none after that. */
async function purgeOne(
  journey: Parameters<typeof purge>[0],
  binnedBefore: Date,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prisma().$transaction(
        (tx) => purge(journey, binnedBefore, tx),
        { timeout: transactionMs },
      );
    } catch (error) {
      if (attempt === mostAttempts) throw error;
    }
  }
}

/**
 * Deletes for good what has been in the bin for its days: the room, then the log and every row in one
 * transaction, then the files. Killed in between it goes on where it was.
 */
export async function purgeBin(now: Date): Promise<Purged> {
  const binnedBefore = new Date(now.getTime() - env.BIN_DAYS * dayMs);
  const due = await prisma().journey.findMany({
    where: { deletedAt: { lt: binnedBefore } },
    select: { id: true, workspaceId: true },
    orderBy: { deletedAt: "asc" },
  });
  let journeys = 0;
  for (const journey of due) {
    const filter = { journeyId: journey.id };
    announceAccessChange({ kind: "ended", filter, code: 4404 });
    try {
      if (await purgeOne(journey, binnedBefore)) journeys += 1;
    } catch (error) {
      // One that resists must not keep the others; it is tried again tomorrow.
      logger().error({ err: error, journeyId: journey.id }, "purge failed");
    }
  }
  return { journeys, files: await dropRemovedFiles(now) };
}
