import type { WorkspaceTask } from "@/lib/api/tasks";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** The active journeys of a workspace by title, for filters: nothing but their names. */
export async function listJourneyNames(filter: {
  workspaceId: string;
}): Promise<{ id: string; title: string }[]> {
  requireKeys(filter, ["workspaceId"]);
  return prisma().journey.findMany({
    where: {
      workspaceId: filter.workspaceId,
      deletedAt: null,
      archivedAt: null,
    },
    select: { id: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
}

/** The people and teams of a workspace to choose from; what they are responsible for is not counted. */
export async function listStakeholderNames(filter: {
  workspaceId: string;
}): Promise<NonNullable<WorkspaceTask["person"]>[]> {
  requireKeys(filter, ["workspaceId"]);
  const rows = await prisma().stakeholder.findMany({
    where: { workspaceId: filter.workspaceId, archivedAt: null },
    select: { id: true, name: true, kind: true, colour: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ kind, ...row }) => ({
    ...row,
    kind: kind === "team" ? "team" : "person",
  }));
}
