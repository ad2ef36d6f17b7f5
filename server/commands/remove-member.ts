import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { announceAccessChange } from "@/server/access-changes";
import { audit, type Caller } from "@/server/audit";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { isLastOwner, lockMembers, roleOf } from "./lock-members";

type RemoveOutcome = Outcome<object, "forbidden" | "not_found" | "last_owner">;

async function remove(
  caller: Caller<InsideActor>,
  userId: string,
  tx: Transaction,
): Promise<RemoveOutcome> {
  const { workspaceId } = caller.actor;
  await lockMembers(workspaceId, tx);
  const member = { workspaceId, userId };
  const role = await roleOf(member, tx);
  if (!role) return refused("not_found");
  if (!can(caller.actor, "member:remove", { userId, role }))
    return refused("forbidden");
  if (role === "owner" && (await isLastOwner(member, tx)))
    return refused("last_owner");
  await tx.membership.delete({ where: { workspaceId_userId: member } });
  // What they shared stays with the map; what was theirs alone nobody could ever see again.
  await tx.savedView.deleteMany({
    where: { workspaceId, ownerId: userId, isShared: false },
  });
  await tx.apiToken.updateMany({
    where: { workspaceId, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  await audit(
    {
      caller,
      workspaceId,
      action: userId === caller.actor.userId ? "member:leave" : "member:remove",
      subject: { kind: "user", id: userId },
      detail: { role },
    },
    tx,
  );
  return { ok: true };
}

/** Takes a member out of the workspace, or lets them leave; their tokens and sockets end with it. */
export async function removeMember(
  caller: Caller<InsideActor>,
  userId: string,
): Promise<RemoveOutcome> {
  const outcome = await prisma().$transaction((tx) =>
    remove(caller, userId, tx),
  );
  const { workspaceId } = caller.actor;
  if (outcome.ok)
    announceAccessChange({
      kind: "ended",
      filter: { workspaceId, userId },
      code: 4403,
    });
  return outcome;
}
