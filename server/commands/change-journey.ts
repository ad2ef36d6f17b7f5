import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { noteActivity } from "@/server/activity/note";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { findMemberUser } from "./find-member";

export interface JourneyChange {
  readonly journeyId: string;
  readonly archived?: boolean | undefined;
  /** A member, or null for nobody. */
  readonly keeperId?: string | null | undefined;
}

/** Changes what the registry says of a journey; what is on the map has its own door. */
export async function changeJourney(
  { actor }: Caller<InsideActor>,
  change: JourneyChange,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "journey:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const { journeyId, archived, keeperId } = change;
  if (keeperId && !(await findMemberUser(workspaceId, keeperId)))
    return refused("not_found");
  const where = { workspaceId, id: journeyId, deletedAt: null };
  const isHere = await prisma().$transaction(async (tx) => {
    const before = await tx.journey.findFirst({
      where,
      select: { archivedAt: true },
    });
    if (!before) return false;
    await tx.journey.updateMany({
      where,
      data: {
        ...(archived !== undefined && {
          archivedAt: archived ? new Date() : null,
        }),
        ...(keeperId !== undefined && { keeperId }),
      },
    });
    const wasArchived = before.archivedAt !== null;
    if (archived === undefined || archived === wasArchived) return true;
    const kind = archived ? "journey-archived" : "journey-unarchived";
    await noteActivity({ actor, workspaceId, journeyId, kind }, tx);
    return true;
  });
  if (!isHere) return refused("not_found");
  tellRowsChanged(workspaceId, "journey", journeyId);
  return { ok: true };
}
