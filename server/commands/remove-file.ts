import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";

/** Takes a file away from everyone. Its bytes stay for the time that an operator may need to bring it back. */
export async function removeFile(
  { actor }: Caller<InsideActor>,
  fileId: string,
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "file:delete")) return refused("forbidden");
  const { workspaceId } = actor;
  const [removed] = await prisma().$transaction([
    prisma().fileObject.updateMany({
      where: { workspaceId, id: fileId, deletedAt: null },
      data: { deletedAt: new Date() },
    }),
    prisma().persona.updateMany({
      where: { workspaceId, pictureId: fileId },
      data: { pictureId: null, version: { increment: 1 } },
    }),
    prisma().evidence.updateMany({
      where: { workspaceId, fileId },
      data: { fileId: null, version: { increment: 1 } },
    }),
  ]);
  if (removed.count === 0) return refused("not_found");
  tellRowsChanged(workspaceId, "file", fileId);
  return { ok: true };
}
