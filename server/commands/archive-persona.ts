import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";

/** Puts a persona away or brings it back. Maps that are about it go on showing it. */
export async function archivePersona(
  { actor }: Caller<InsideActor>,
  input: { personaId: string; archived: boolean },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const { count } = await prisma().persona.updateMany({
    where: { workspaceId, id: input.personaId },
    data: {
      archivedAt: input.archived ? new Date() : null,
      version: { increment: 1 },
    },
  });
  if (count === 0) return refused("not_found");
  tellRowsChanged(workspaceId, "persona", input.personaId);
  return { ok: true };
}
