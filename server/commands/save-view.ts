import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { ViewChange } from "@/lib/api/views";
import type { Sight } from "@/lib/sight/sight";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { isJourneyHere } from "./is-journey-here";

interface NewView {
  readonly journeyId: string;
  readonly name: string;
  readonly shared: boolean;
  readonly sight: Sight;
}

/** More of one person's on one map nobody finds again. */
const mostViews = 100;

/** Keeps how somebody looks at a map, for themselves or for all members. */
export async function createView(
  { actor }: Caller<InsideActor>,
  { journeyId, name, shared, sight }: NewView,
): Promise<
  Outcome<{ viewId: string }, "forbidden" | "not_found" | "conflict">
> {
  if (!can(actor, "view:create")) return refused("forbidden");
  if (shared && !can(actor, "view:share")) return refused("forbidden");
  const { workspaceId, userId: ownerId } = actor;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const place = { workspaceId, journeyId, ownerId };
  if ((await prisma().savedView.count({ where: place })) >= mostViews)
    return refused("conflict");
  const { id } = await prisma().savedView.create({
    data: { ...place, name, isShared: shared, sight },
    select: { id: true },
  });
  if (shared) tellRowsChanged(workspaceId, "view", journeyId);
  return { ok: true, viewId: id };
}

interface ViewRef {
  readonly journeyId: string;
  readonly viewId: string;
}

type ChangeOutcome = Outcome<object, "forbidden" | "not_found">;

/** A view that whoever asks may know of: another's own is not there. */
async function findRow(actor: InsideActor, { journeyId, viewId }: ViewRef) {
  const { workspaceId, userId } = actor;
  return prisma().savedView.findFirst({
    where: {
      workspaceId,
      journeyId,
      id: viewId,
      OR: [{ isShared: true }, { ownerId: userId }],
      journey: { deletedAt: null },
    },
    select: { ownerId: true, isShared: true },
  });
}

/** Renames a saved view, shares it or no longer, or lets it show something else. */
export async function changeView(
  { actor }: Caller<InsideActor>,
  { change, ...ref }: ViewRef & { readonly change: ViewChange },
): Promise<ChangeOutcome> {
  const row = await findRow(actor, ref);
  if (!row) return refused("not_found");
  if (!can(actor, "view:change", row)) return refused("forbidden");
  const { name, shared, sight } = change;
  if (shared === true && !row.isShared && !can(actor, "view:share"))
    return refused("forbidden");
  const { workspaceId } = actor;
  await prisma().savedView.updateMany({
    where: { workspaceId, journeyId: ref.journeyId, id: ref.viewId },
    data: {
      ...(name !== undefined && { name }),
      ...(shared !== undefined && { isShared: shared }),
      ...(sight !== undefined && { sight }),
    },
  });
  if (row.isShared || shared)
    tellRowsChanged(workspaceId, "view", ref.journeyId);
  return { ok: true };
}

/** Deletes a saved view; what it showed stays as it is. */
export async function deleteView(
  { actor }: Caller<InsideActor>,
  ref: ViewRef,
): Promise<ChangeOutcome> {
  const row = await findRow(actor, ref);
  if (!row) return refused("not_found");
  if (!can(actor, "view:change", row)) return refused("forbidden");
  const { workspaceId } = actor;
  await prisma().savedView.deleteMany({
    where: { workspaceId, journeyId: ref.journeyId, id: ref.viewId },
  });
  if (row.isShared) tellRowsChanged(workspaceId, "view", ref.journeyId);
  return { ok: true };
}
