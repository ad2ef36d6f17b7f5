import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { endPersonalLinks } from "@/server/person/end-links";
import { tellRowsChanged } from "@/server/row-events";

/**
 * Puts a stakeholder away or brings it back. What it owns on maps stays as it is, to be handed over; its personal
 * link has ended for good.
 */
export async function archiveStakeholder(
  { actor }: Caller<InsideActor>,
  input: { stakeholderId: string; archived: boolean },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const { stakeholderId } = input;
  const count = await prisma().$transaction(async (tx) => {
    const changed = await tx.stakeholder.updateMany({
      where: { workspaceId, id: stakeholderId },
      data: {
        archivedAt: input.archived ? new Date() : null,
        version: { increment: 1 },
      },
    });
    if (input.archived)
      await endPersonalLinks({ workspaceId, stakeholderId }, tx);
    return changed.count;
  });
  if (count === 0) return refused("not_found");
  tellRowsChanged(workspaceId, "stakeholder", stakeholderId);
  return { ok: true };
}
