import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { announceAccessChange } from "@/server/access-changes";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

/** Ends a token with its next call, and the sockets that it opened. */
export async function revokeApiToken(
  caller: Caller<InsideActor>,
  id: string,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { actor } = caller;
  const { workspaceId } = actor;
  const token = await prisma().apiToken.findFirst({
    where: { id, workspaceId, revokedAt: null },
  });
  if (!token) return refused("not_found");
  if (!can(actor, "token:revoke", { userId: token.userId }))
    return refused("forbidden");
  await prisma().apiToken.update({
    where: { id },
    data: { revokedAt: new Date() },
  });
  await audit({
    caller,
    workspaceId,
    action: "token:revoke",
    subject: { kind: "token", id },
  });
  announceAccessChange({ kind: "ended", filter: { tokenId: id }, code: 4401 });
  return { ok: true };
}
