import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { WorkspacePatch } from "@/lib/api/workspaces";
import { announceAccessChange } from "@/server/access-changes";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

/** Renames a workspace, sets its language or its policy on public links. */
export async function changeWorkspace(
  caller: Caller<InsideActor>,
  patch: WorkspacePatch,
): Promise<Outcome<object, "forbidden">> {
  const { actor } = caller;
  if (!can(actor, "workspace:change")) return refused("forbidden");
  const { workspaceId } = actor;
  await prisma().$transaction(async (tx) => {
    await tx.workspace.update({ where: { id: workspaceId }, data: patch });
    await audit(
      {
        caller,
        workspaceId,
        action: "workspace:change",
        subject: { kind: "workspace", id: workspaceId },
        detail: {
          fields: Object.keys(patch),
          ...(patch.allowPublicLinks !== undefined && {
            allowPublicLinks: patch.allowPublicLinks,
          }),
        },
      },
      tx,
    );
  });
  if (patch.allowPublicLinks === false)
    announceAccessChange({ kind: "links-ended", workspaceId });
  return { ok: true };
}
