import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { Role } from "@/lib/access/roles";
import { announceAccessChange } from "@/server/access-changes";
import { audit, type Caller } from "@/server/audit";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { isLastOwner, lockMembers, roleOf } from "./lock-members";

export interface RoleChange {
  readonly userId: string;
  readonly role: Role;
}

type ChangeOutcome = Outcome<object, "forbidden" | "not_found" | "last_owner">;

async function change(
  caller: Caller<InsideActor>,
  { userId, role: nextRole }: RoleChange,
  tx: Transaction,
): Promise<ChangeOutcome> {
  const { workspaceId } = caller.actor;
  await lockMembers(workspaceId, tx);
  const member = { workspaceId, userId };
  const role = await roleOf(member, tx);
  if (!role) return refused("not_found");
  if (!can(caller.actor, "member:role", { userId, role, nextRole }))
    return refused("forbidden");
  const losesOwner = role === "owner" && nextRole !== "owner";
  if (losesOwner && (await isLastOwner(member, tx)))
    return refused("last_owner");
  await tx.membership.update({
    where: { workspaceId_userId: member },
    data: { role: nextRole },
  });
  await audit(
    {
      caller,
      workspaceId,
      action: "member:role",
      subject: { kind: "user", id: userId },
      detail: { from: role, to: nextRole },
    },
    tx,
  );
  return { ok: true };
}

/** Gives a member another role; open maps hear of it at once. */
export async function changeRole(
  caller: Caller<InsideActor>,
  input: RoleChange,
): Promise<ChangeOutcome> {
  const outcome = await prisma().$transaction((tx) =>
    change(caller, input, tx),
  );
  const { workspaceId } = caller.actor;
  if (outcome.ok)
    announceAccessChange({
      kind: "changed",
      filter: { workspaceId, userId: input.userId },
    });
  return outcome;
}
