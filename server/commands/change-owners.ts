import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type {
  OwnerChange,
  OwnerChanges,
  OwnerRefusal,
  OwnersChanged,
} from "@/lib/api/ownership";
import type { CommandContext } from "@/lib/journey/command";
import { ownersAt } from "@/lib/journey/hand-over";
import { setOwner, setResponsible } from "@/lib/journey/owners";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { authorOf } from "./author-of";
import { awaitRows } from "./await-rows";
import { findRefs } from "./map-refs";
import { onMap } from "./on-map";

type Changed = OwnersChanged["changed"];

/** What one change made of a touchpoint's owners, in the order in which it is undone. */
function assign(
  ctx: CommandContext,
  change: OwnerChange,
  replace: boolean,
): Changed | OwnerRefusal {
  const { journeyId, touchpointId, stakeholderId, role } = change;
  const before = ownersAt(ctx.doc, touchpointId);
  const was = before.get(stakeholderId) ?? null;
  if (change.was !== undefined && change.was !== was) return "conflict";
  const done =
    role === "responsible" && replace
      ? setResponsible(ctx, { touchpointId, stakeholderId })
      : setOwner(ctx, { touchpointId, stakeholderId, role });
  if (!done.ok) return done.reason === "not_found" ? "not_found" : "conflict";
  const after = ownersAt(ctx.doc, touchpointId);
  const everyone = new Set([...before.keys(), ...after.keys()]);
  return [...everyone].flatMap((id) => {
    const [held, holds] = [before.get(id) ?? null, after.get(id) ?? null];
    const place = { journeyId, touchpointId, stakeholderId: id };
    return held === holds ? [] : [{ ...place, role: holds, was: held }];
  });
}

function byJourney(changes: readonly OwnerChange[]) {
  const groups = new Map<string, OwnerChange[]>();
  for (const change of changes) {
    const group = groups.get(change.journeyId) ?? [];
    groups.set(change.journeyId, [...group, change]);
  }
  return groups;
}

/** Whether all are journeys of the workspace, those in its bin included. */
async function areHere(workspaceId: string, ids: string[]): Promise<boolean> {
  const found = await prisma().journey.count({
    where: { workspaceId, id: { in: ids } },
  });
  return found === ids.length;
}

/**
 * Says who owns touchpoints of any number of maps: each map in one step, through its room. An id of another
 * workspace stops all of it; what went meanwhile is left out and named.
 */
export async function changeOwners(
  { actor }: Caller<InsideActor>,
  { changes, replace }: OwnerChanges,
): Promise<Outcome<OwnersChanged, "forbidden" | "not_found">> {
  if (!can(actor, "journey:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const groups = byJourney(changes);
  const stakeholders = changes.map(({ stakeholderId }) => stakeholderId);
  const [here, refs] = await Promise.all([
    areHere(workspaceId, [...groups.keys()]),
    findRefs(workspaceId, [{ stakeholders }]),
  ]);
  if (!here || !refs) return refused("not_found");
  const report: OwnersChanged = { changed: [], refused: [] };
  const seqs = new Map<string, number>();
  for (const [journeyId, group] of groups) {
    const place = { workspaceId, journeyId, author: authorOf(actor) };
    const done = await onMap(place, (ctx) =>
      group.map((change) => assign(ctx, change, replace)),
    );
    if (done.ok) seqs.set(journeyId, done.seq);
    for (const [at, { touchpointId }] of group.entries()) {
      const result = done.ok ? done.value[at]! : done.reason;
      if (typeof result === "string")
        report.refused.push({ journeyId, touchpointId, reason: result });
      else report.changed.push(...result);
    }
  }
  await awaitRows(seqs);
  return { ok: true, ...report };
}
