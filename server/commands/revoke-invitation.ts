import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

/** Takes an invitation back; its link then leads nowhere. */
export async function revokeInvitation(
  caller: Caller<InsideActor>,
  id: string,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { actor } = caller;
  if (!can(actor, "invitation:revoke")) return refused("forbidden");
  const { workspaceId } = actor;
  const { count } = await prisma().invitation.updateMany({
    where: { id, workspaceId, revokedAt: null, acceptedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) return refused("not_found");
  await audit({
    caller,
    workspaceId,
    action: "invitation:revoke",
    subject: { kind: "invitation", id },
  });
  return { ok: true };
}
