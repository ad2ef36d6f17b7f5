import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { HandedOver } from "@/lib/api/ownership";
import { handOver as handOverOn } from "@/lib/journey/hand-over";
import type { StakeholderId } from "@/lib/journey/ids";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { handOverPreview } from "@/server/queries/hand-over";
import { authorOf } from "./author-of";
import { awaitRows } from "./await-rows";
import { onMap } from "./on-map";

export interface HandOver {
  readonly from: StakeholderId;
  readonly to: StakeholderId;
  /** Only in these; in all active ones where null. */
  readonly journeys: readonly string[] | null;
}

interface Journey {
  readonly id: string;
  readonly title: string;
}

/** Both are of the workspace, and whoever receives is not put away. */
async function lookAt(workspaceId: string, { from, to }: HandOver) {
  const found = await prisma().stakeholder.findMany({
    where: { workspaceId, id: { in: [from, to] } },
    select: { id: true, archivedAt: true },
  });
  if (from === to && found.length === 1) return refused("invalid");
  if (found.length !== 2) return refused("not_found");
  const receiver = found.find(({ id }) => id === to);
  return receiver?.archivedAt ? refused("invalid") : ({ ok: true } as const);
}

/** The maps to look through; null where one that was asked for is not of the workspace. */
async function placesOf(
  workspaceId: string,
  { from, journeys }: HandOver,
): Promise<readonly Journey[] | null> {
  if (journeys === null) {
    const filter = { workspaceId, stakeholderId: from };
    return (await handOverPreview(filter)).journeys;
  }
  const ids = [...new Set(journeys)];
  const found = await prisma().journey.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
  return found.length === ids.length ? found : null;
}

const partsOf = ({ responsible, involved, tasks }: Parts) =>
  responsible + involved + tasks;
type Parts = Omit<HandedOver["journeys"][number], "id" | "title">;

/**
 * Gives one stakeholder all that another has a part in, map by map, each in one step. Whatever ends it halfway,
 * doing it again does what is left and nothing twice.
 */
export async function handOver(
  caller: Caller<InsideActor>,
  request: HandOver,
): Promise<Outcome<HandedOver, "forbidden" | "not_found" | "invalid">> {
  const { actor } = caller;
  if (!can(actor, "journey:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const known = await lookAt(workspaceId, request);
  if (!known.ok) return known;
  const places = await placesOf(workspaceId, request);
  if (!places) return refused("not_found");
  const report: HandedOver = { journeys: [], refused: [] };
  const seqs = new Map<string, number>();
  for (const { id, title } of places) {
    const place = { workspaceId, journeyId: id, author: authorOf(actor) };
    const done = await onMap(place, (ctx) => handOverOn(ctx, request));
    if (!done.ok) {
      report.refused.push({ id, title, reason: done.reason });
      continue;
    }
    const { value, seq } = done;
    if (!value.ok) report.refused.push({ id, title, reason: "conflict" });
    else if (partsOf(value) > 0) {
      const { responsible, involved, tasks } = value;
      report.journeys.push({ id, title, responsible, involved, tasks });
      seqs.set(id, seq);
    }
  }
  if (report.journeys.length > 0) await note(caller, request, report);
  await awaitRows(seqs);
  return { ok: true, ...report };
}

/** One entry for all of it; ids and counts alone. */
function note(
  caller: Caller<InsideActor>,
  { from, to }: HandOver,
  { journeys, refused: left }: HandedOver,
): Promise<void> {
  const sum = (key: keyof Parts) =>
    journeys.reduce((total, journey) => total + journey[key], 0);
  return audit({
    caller,
    workspaceId: caller.actor.workspaceId,
    action: "stakeholder:hand-over",
    subject: { kind: "stakeholder", id: from },
    detail: {
      to,
      journeys: journeys.length,
      responsible: sum("responsible"),
      involved: sum("involved"),
      tasks: sum("tasks"),
      refused: left.length,
    },
  });
}
