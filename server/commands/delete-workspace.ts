import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { announceAccessChange } from "@/server/access-changes";
import { audit, type Caller } from "@/server/audit";
import { isOwnPassword } from "@/server/auth/own-password";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import type { Spent } from "@/server/limits/spend";

/**
 * Documents and projections have no foreign key to the workspace: the log is written without one
 * and an editor may write any id into a document. Files' bytes go with the daily sweep.
 */
async function deleteDocuments(workspaceId: string, tx: Transaction) {
  const journeys = await tx.journey.findMany({
    where: { workspaceId },
    select: { id: true },
  });
  const where = { journeyId: { in: journeys.map(({ id }) => id) } };
  await tx.documentUpdate.deleteMany({ where });
  await tx.documentSnapshot.deleteMany({ where });
  await tx.documentState.deleteMany({ where });
  const ofWorkspace = { where: { workspaceId } };
  await tx.journeyPersona.deleteMany(ofWorkspace);
  await tx.stageRow.deleteMany(ofWorkspace);
  await tx.laneRow.deleteMany(ofWorkspace);
  await tx.touchpointRow.deleteMany(ofWorkspace);
  await tx.touchpointChannel.deleteMany(ofWorkspace);
  await tx.touchpointOwner.deleteMany(ofWorkspace);
  await tx.emotionRow.deleteMany(ofWorkspace);
  await tx.cardRow.deleteMany(ofWorkspace);
  await tx.taskRow.deleteMany(ofWorkspace);
  await tx.attachmentRow.deleteMany(ofWorkspace);
}

/** Deletes a workspace with everything in it, once its owner has given their password again. */
export async function deleteWorkspace(
  caller: Caller<InsideActor>,
  password: string,
): Promise<
  | Outcome<object, "forbidden" | "wrong_password">
  | Extract<Spent, { ok: false }>
> {
  const { actor } = caller;
  if (!can(actor, "workspace:delete")) return refused("forbidden");
  const proved = await isOwnPassword(actor.userId, password);
  if (!proved.ok) return proved;
  const { workspaceId } = actor;
  await prisma().$transaction(
    async (tx) => {
      await deleteDocuments(workspaceId, tx);
      await tx.workspace.delete({ where: { id: workspaceId } });
      // Kept outside of the workspace, whose own audit goes with it.
      await audit(
        {
          caller,
          workspaceId: null,
          action: "workspace:delete",
          subject: { kind: "workspace", id: workspaceId },
        },
        tx,
      );
    },
    { timeout: 60_000 },
  );
  announceAccessChange({ kind: "ended", filter: { workspaceId }, code: 4404 });
  announceAccessChange({ kind: "links-ended", workspaceId });
  return { ok: true };
}
