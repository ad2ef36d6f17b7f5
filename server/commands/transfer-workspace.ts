import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { announceAccessChange } from "@/server/access-changes";
import { audit, type Caller } from "@/server/audit";
import { isOwnPassword } from "@/server/auth/own-password";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import type { Spent } from "@/server/limits/spend";
import { lockMembers, roleOf } from "./lock-members";

export interface Transfer {
  readonly userId: string;
  readonly password: string;
}

async function handOver(
  caller: Caller<InsideActor>,
  userId: string,
  tx: Transaction,
): Promise<Outcome<object, "not_found" | "invalid" | "forbidden">> {
  const { workspaceId, userId: ownId } = caller.actor;
  await lockMembers(workspaceId, tx);
  // Asked again under the lock: the role may have gone since the door.
  const ownRole = await roleOf({ workspaceId, userId: ownId }, tx);
  if (ownRole !== "owner") return refused("forbidden");
  if (userId === ownId) return refused("invalid");
  if (!(await roleOf({ workspaceId, userId }, tx))) return refused("not_found");
  for (const [id, role] of [
    [userId, "owner"],
    [ownId, "admin"],
  ] as const)
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId: id } },
      data: { role },
    });
  await audit(
    {
      caller,
      workspaceId,
      action: "workspace:transfer",
      subject: { kind: "user", id: userId },
    },
    tx,
  );
  return { ok: true };
}

/** Makes another member owner in one's own place, once one has given the password again. */
export async function transferWorkspace(
  caller: Caller<InsideActor>,
  input: Transfer,
): Promise<
  | Outcome<object, "forbidden" | "not_found" | "invalid" | "wrong_password">
  | Extract<Spent, { ok: false }>
> {
  const { actor } = caller;
  if (!can(actor, "workspace:transfer")) return refused("forbidden");
  const proved = await isOwnPassword(actor.userId, input.password);
  if (!proved.ok) return proved;
  const outcome = await prisma().$transaction((tx) =>
    handOver(caller, input.userId, tx),
  );
  if (outcome.ok)
    for (const userId of [actor.userId, input.userId])
      announceAccessChange({
        kind: "changed",
        filter: { workspaceId: actor.workspaceId, userId },
      });
  return outcome;
}
