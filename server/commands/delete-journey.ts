import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { announceAccessChange } from "@/server/access-changes";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";

/** Puts a journey into the bin: nobody can open it, its links end, and it can be brought back. */
export async function deleteJourney(
  caller: Caller<InsideActor>,
  journeyId: string,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { actor } = caller;
  const { workspaceId } = actor;
  const journey = await prisma().journey.findUnique({
    where: { workspaceId_id: { workspaceId, id: journeyId }, deletedAt: null },
    select: { createdById: true },
  });
  if (!journey) return refused("not_found");
  if (!can(actor, "journey:delete", journey)) return refused("forbidden");
  await prisma().$transaction(async (through) => {
    await through.journey.updateMany({
      where: { workspaceId, id: journeyId },
      data: { deletedAt: new Date() },
    });
    const subject = { kind: "journey", id: journeyId };
    await audit(
      { caller, workspaceId, action: "journey:delete", subject },
      through,
    );
    const deed = { actor, workspaceId, journeyId };
    await noteActivity({ ...deed, kind: "journey-deleted" }, through);
  });
  announceAccessChange({ kind: "ended", filter: { journeyId }, code: 4404 });
  tellRowsChanged(workspaceId, "journey", journeyId);
  return { ok: true };
}
