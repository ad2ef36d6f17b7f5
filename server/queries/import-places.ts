import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";
import { readStoredMap } from "./shared-map";

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** What files of a journey can be about: the touchpoints on its map, and the personas of it. */
export async function readImportPlaces(filter: {
  workspaceId: string;
  journeyId: string;
}): Promise<{ touchpoints: Titled[]; personas: Titled[] }> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { workspaceId, journeyId } = filter;
  const map = await readStoredMap(journeyId);
  if (!map) return { touchpoints: [], personas: [] };
  const rows = await prisma().persona.findMany({
    where: { workspaceId, id: { in: [...map.personas] } },
    select: { id: true, name: true },
  });
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  return {
    touchpoints: touchpoints.map(({ id, title }) => ({ id, title })),
    personas: rows.map(({ id, name }) => ({ id, title: name })),
  };
}
