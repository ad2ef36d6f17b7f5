import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { announceAccessChange } from "@/server/access-changes";
import { audit, type Caller } from "@/server/audit";
import { isOwnPassword } from "@/server/auth/own-password";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import type { Spent } from "@/server/limits/spend";
import { deleteDocuments } from "./delete-documents";

/** Journeys of the workspace, whose documents do not hang on it. */
async function journeysOf(workspaceId: string, tx: Transaction) {
  const journeys = await tx.journey.findMany({
    where: { workspaceId },
    select: { id: true },
  });
  return journeys.map(({ id }) => id);
}

/**
 * Deletes a workspace with everything in it, once its owner has given their password again. Files' bytes go
 * with the sweep.
 */
export async function deleteWorkspace(
  caller: Caller<InsideActor>,
  password: string,
): Promise<
  | Outcome<object, "forbidden" | "wrong_password">
  | Extract<Spent, { ok: false }>
> {
  const { actor } = caller;
  if (!can(actor, "workspace:delete")) return refused("forbidden");
  const proved = await isOwnPassword(actor.userId, password);
  if (!proved.ok) return proved;
  const { workspaceId } = actor;
  await prisma().$transaction(
    async (tx) => {
      await deleteDocuments(await journeysOf(workspaceId, tx), tx);
      await tx.workspace.delete({ where: { id: workspaceId } });
      // Kept outside of the workspace, whose own audit goes with it.
      await audit(
        {
          caller,
          workspaceId: null,
          action: "workspace:delete",
          subject: { kind: "workspace", id: workspaceId },
        },
        tx,
      );
    },
    { timeout: 60_000 },
  );
  announceAccessChange({ kind: "ended", filter: { workspaceId }, code: 4404 });
  announceAccessChange({ kind: "links-ended", workspaceId });
  return { ok: true };
}
