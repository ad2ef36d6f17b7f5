import { prisma } from "@/server/db/prisma";

/** Rows of a workspace that a change of a map names. */
export interface WorkspaceRefs {
  readonly channels?: readonly string[];
  readonly personas?: readonly string[];
  readonly stakeholders?: readonly string[];
  /** Things that must be on the map where they are no journeys. */
  readonly targets?: readonly string[];
}

const gathered = (all: readonly WorkspaceRefs[], key: keyof WorkspaceRefs) => [
  ...new Set(all.flatMap((refs) => refs[key] ?? [])),
];

/**
 * Looks for what changes name outside of the map.
 *
 * @returns which targets are journeys of the workspace; null where something is not of this workspace.
 */
export async function findRefs(
  workspaceId: string,
  all: readonly WorkspaceRefs[],
): Promise<ReadonlySet<string> | null> {
  const [channels, personas, stakeholders, targets] = (
    ["channels", "personas", "stakeholders", "targets"] as const
  ).map((key) => gathered(all, key)) as [
    string[],
    string[],
    string[],
    string[],
  ];
  const within = (ids: string[]) => ({
    where: { workspaceId, id: { in: ids } },
  });
  const counts = await Promise.all([
    channels.length && prisma().channel.count(within(channels)),
    personas.length && prisma().persona.count(within(personas)),
    stakeholders.length && prisma().stakeholder.count(within(stakeholders)),
  ]);
  const wanted = [channels.length, personas.length, stakeholders.length];
  if (counts.some((count, index) => count !== wanted[index])) return null;
  if (targets.length === 0) return new Set();
  const journeys = await prisma().journey.findMany({
    where: { workspaceId, id: { in: targets }, deletedAt: null },
    select: { id: true },
  });
  return new Set(journeys.map(({ id }) => id));
}
