import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { ImportUndone } from "@/lib/api/imports";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { isJourneyHere } from "./is-journey-here";

/**
 * Takes away all that an import brought: its pieces, those too that somebody changed or moved since, and what it told
 * about touchpoints. Done a second time it does nothing.
 */
export async function undoImport(
  caller: Caller<InsideActor>,
  { journeyId, importId }: { journeyId: string; importId: string },
): Promise<Outcome<{ undone: ImportUndone }, "forbidden" | "not_found">> {
  const { actor } = caller;
  if (!can(actor, "journey:import")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const undone = await prisma().$transaction(async (tx) => {
    const { count } = await tx.importRun.updateMany({
      where: { workspaceId, journeyId, id: importId, undoneAt: null },
      data: { undoneAt: new Date(), undoneById: userId },
    });
    if (count === 0) return null;
    const pieces = { workspaceId, importRunId: importId, deletedAt: null };
    const changed = await tx.evidence.count({
      where: { ...pieces, version: { gt: 1 } },
    });
    const removed = await tx.evidence.updateMany({
      where: pieces,
      data: { deletedAt: new Date(), version: { increment: 1 } },
    });
    await audit(
      {
        caller,
        workspaceId,
        action: "journey:undo-import",
        subject: { kind: "import", id: importId },
        detail: { journeyId, pieces: removed.count },
      },
      tx,
    );
    const deed = { actor, workspaceId, journeyId, subjectId: importId };
    await noteActivity({ ...deed, kind: "import-undone" }, tx);
    return { removed: removed.count, changed };
  });
  if (undone) {
    tellRowsChanged(workspaceId, "evidence", journeyId);
    return { ok: true, undone };
  }
  const known = await prisma().importRun.count({
    where: { workspaceId, journeyId, id: importId },
  });
  return known > 0
    ? { ok: true, undone: { removed: 0, changed: 0 } }
    : refused("not_found");
}
