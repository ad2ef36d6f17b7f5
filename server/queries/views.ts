import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { ViewItem } from "@/lib/api/views";
import { EVERYTHING } from "@/lib/sight/sight";
import { sightShape } from "@/lib/sight/sight-shape";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

interface ViewFilter {
  readonly actor: InsideActor;
  readonly journeyId: string;
  /** Null: all. */
  readonly viewId: string | null;
}

const columns = {
  id: true,
  ownerId: true,
  name: true,
  isShared: true,
  sight: true,
  updatedAt: true,
} as const;

/** The saved views of a journey that somebody may use: their own, and those that are shared. */
export async function listViews(filter: ViewFilter): Promise<ViewItem[]> {
  requireKeys(filter, ["actor", "journeyId", "viewId"]);
  const { actor, journeyId, viewId } = filter;
  const { workspaceId, userId } = actor;
  const rows = await prisma().savedView.findMany({
    where: {
      workspaceId,
      journeyId,
      ...(viewId !== null && { id: viewId }),
      OR: [{ isShared: true }, { ownerId: userId }],
      journey: { deletedAt: null },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: columns,
  });
  const names = await namesOf(
    workspaceId,
    rows.map(({ ownerId }) => ownerId),
  );
  return rows.map((row) => {
    const { id, ownerId, name, isShared, updatedAt } = row;
    const ownerName = names.get(ownerId);
    const sight = sightShape.safeParse(row.sight);
    return {
      id,
      name,
      shared: isShared,
      owner: ownerName === undefined ? null : { id: ownerId, name: ownerName },
      mine: ownerId === userId,
      changeable: can(actor, "view:change", { ownerId, isShared }),
      sight: sight.success ? sight.data : EVERYTHING,
      updatedAt: updatedAt.toISOString(),
    };
  });
}

async function namesOf(
  workspaceId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const members = await prisma().membership.findMany({
    where: { workspaceId, userId: { in: [...new Set(userIds)] } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(members.map(({ userId, user }) => [userId, user.name]));
}
