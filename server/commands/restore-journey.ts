import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";

/** Takes a journey out of the bin, as it was. */
export async function restoreJourney(
  caller: Caller<InsideActor>,
  journeyId: string,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { actor } = caller;
  const { workspaceId } = actor;
  const journey = await prisma().journey.findUnique({
    where: {
      workspaceId_id: { workspaceId, id: journeyId },
      deletedAt: { not: null },
    },
    select: { createdById: true },
  });
  if (!journey) return refused("not_found");
  if (!can(actor, "journey:restore", journey)) return refused("forbidden");
  const isThere = await prisma().$transaction(async (through) => {
    const { count } = await through.journey.updateMany({
      where: { workspaceId, id: journeyId },
      data: { deletedAt: null },
    });
    // Its days in the bin ended at this very moment.
    if (count === 0) return false;
    const subject = { kind: "journey", id: journeyId };
    await audit(
      { caller, workspaceId, action: "journey:restore", subject },
      through,
    );
    const deed = { actor, workspaceId, journeyId };
    await noteActivity({ ...deed, kind: "journey-restored" }, through);
    return true;
  });
  if (!isThere) return refused("not_found");
  tellRowsChanged(workspaceId, "journey", journeyId);
  return { ok: true };
}
