import { prisma } from "@/server/db/prisma";
import { readStoredMap } from "@/server/queries/shared-map";

/** What a piece of evidence points to; null where it points to nothing. */
export interface EvidenceRefs {
  readonly workspaceId: string;
  readonly journeyId: string | null;
  /** Undefined where it stays as it was, which nobody asks for again: the touchpoint may have left the map. */
  readonly touchpointId: string | null | undefined;
  readonly personaId: string | null | undefined;
  readonly fileId: string | null | undefined;
}

/** Whether all that a piece of evidence newly points to belongs to its workspace, and to its journey where it has one. */
export async function hasOwnEvidenceRefs(refs: EvidenceRefs): Promise<boolean> {
  const { workspaceId, journeyId, touchpointId, personaId, fileId } = refs;
  const all = await Promise.all([
    !touchpointId || isOnMap({ workspaceId, journeyId, touchpointId }),
    !personaId || isPersona(workspaceId, personaId),
    !fileId || isFileOf({ workspaceId, journeyId, fileId }),
  ]);
  return all.every(Boolean);
}

async function isPersona(workspaceId: string, id: string): Promise<boolean> {
  return (await prisma().persona.count({ where: { workspaceId, id } })) > 0;
}

/** A file is authorised by its row: it was given for this very journey, or for none where the evidence has none. */
async function isFileOf({
  workspaceId,
  journeyId,
  fileId,
}: {
  workspaceId: string;
  journeyId: string | null;
  fileId: string;
}): Promise<boolean> {
  const found = await prisma().fileObject.count({
    where: { workspaceId, journeyId, id: fileId, deletedAt: null },
  });
  return found > 0;
}

/** Rows follow the document after a moment; of a touchpoint that was just made, the document itself is asked. */
async function isOnMap({
  workspaceId,
  journeyId,
  touchpointId,
}: {
  workspaceId: string;
  journeyId: string | null;
  touchpointId: string;
}): Promise<boolean> {
  if (journeyId === null) return false;
  const rows = await prisma().touchpointRow.count({
    where: { workspaceId, journeyId, id: touchpointId },
  });
  if (rows > 0) return true;
  const map = await readStoredMap(journeyId);
  if (!map) return false;
  const placed = map.stages.flatMap(({ touchpoints }) => touchpoints);
  return [...placed, ...map.tray.touchpoints].some(
    ({ id }) => id === touchpointId,
  );
}
