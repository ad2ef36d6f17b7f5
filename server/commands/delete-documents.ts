import type { Transaction } from "@/server/db/prisma";

/**
 * Deletes the documents of journeys with everything that was made of them. None of these tables has a foreign
 * key to the journey: the log is written without one and an editor may write any id into a document.
 *
 * The head goes first. Its row is what every append locks, so nothing is written to a log of which a part is gone.
 */
export async function deleteDocuments(
  journeyIds: readonly string[],
  tx: Transaction,
): Promise<void> {
  const where = { journeyId: { in: [...journeyIds] } };
  await tx.documentHead.deleteMany({ where });
  await tx.documentUpdate.deleteMany({ where });
  await tx.documentSegment.deleteMany({ where });
  await tx.documentSnapshot.deleteMany({ where });
  await tx.documentState.deleteMany({ where });
  await tx.journeyPersona.deleteMany({ where });
  await tx.stageRow.deleteMany({ where });
  await tx.laneRow.deleteMany({ where });
  await tx.touchpointRow.deleteMany({ where });
  await tx.touchpointChannel.deleteMany({ where });
  await tx.touchpointOwner.deleteMany({ where });
  await tx.emotionRow.deleteMany({ where });
  await tx.cardRow.deleteMany({ where });
  await tx.taskRow.deleteMany({ where });
  await tx.attachmentRow.deleteMany({ where });
}
