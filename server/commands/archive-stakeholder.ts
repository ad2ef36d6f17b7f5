import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";

/** Puts a stakeholder away or brings it back. What it owns on maps stays as it is, to be handed over. */
export async function archiveStakeholder(
  { actor }: Caller<InsideActor>,
  input: { stakeholderId: string; archived: boolean },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const { count } = await prisma().stakeholder.updateMany({
    where: { workspaceId, id: input.stakeholderId },
    data: {
      archivedAt: input.archived ? new Date() : null,
      version: { increment: 1 },
    },
  });
  if (count === 0) return refused("not_found");
  tellRowsChanged(workspaceId, "stakeholder", input.stakeholderId);
  return { ok: true };
}
