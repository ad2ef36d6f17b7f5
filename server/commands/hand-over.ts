import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { HandedOver } from "@/lib/api/ownership";
import { handOver as handOverOn } from "@/lib/journey/hand-over";
import type { StakeholderId } from "@/lib/journey/ids";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { handOverPreview } from "@/server/queries/hand-over";
import { tellRowsChanged } from "@/server/row-events";
import { authorOf } from "./author-of";
import { awaitRows } from "./await-rows";
import { findMemberUser } from "./find-member";
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

/** The accounts of both; only members are reminded of reviews. */
interface Keepers {
  readonly from: string;
  readonly to: string;
}

/** Both are of the workspace, and whoever receives is not put away. */
async function lookAt(workspaceId: string, { from, to }: HandOver) {
  const found = await prisma().stakeholder.findMany({
    where: { workspaceId, id: { in: [from, to] } },
    select: { id: true, archivedAt: true, userId: true },
  });
  if (from === to && found.length === 1) return refused("invalid");
  if (found.length !== 2) return refused("not_found");
  const receiver = found.find(({ id }) => id === to);
  if (receiver?.archivedAt) return refused("invalid");
  const giving = found.find(({ id }) => id === from)?.userId ?? null;
  const taking = receiver?.userId ?? null;
  const isMember =
    taking !== null && (await findMemberUser(workspaceId, taking)) !== null;
  const keepers: Keepers | null =
    giving !== null && isMember ? { from: giving, to: taking } : null;
  return { ok: true, keepers } as const;
}

/** Has another one reminded of the reviews of a journey, if it still was the former one. How many journeys that is. */
async function handReviews(
  { id, workspaceId }: { readonly id: string; readonly workspaceId: string },
  { from, to }: Keepers,
): Promise<number> {
  const count = await prisma().$executeRaw`
    UPDATE "Journey" SET "keeperId" = ${to}::uuid
    WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid AND "deletedAt" IS NULL
      AND coalesce("keeperId", "createdById") = ${from}::uuid`;
  if (count > 0) tellRowsChanged(workspaceId, "journey", id);
  return count;
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

type Parts = Omit<HandedOver["journeys"][number], "id" | "title">;
const onMapOf = ({ responsible, involved, tasks }: Omit<Parts, "reviews">) =>
  responsible + involved + tasks;

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
    else {
      const { keepers } = known;
      const reviews = keepers
        ? await handReviews({ id, workspaceId }, keepers)
        : 0;
      const { responsible, involved, tasks } = value;
      const parts = { responsible, involved, tasks, reviews };
      if (onMapOf(parts) > 0) seqs.set(id, seq);
      if (onMapOf(parts) + reviews > 0)
        report.journeys.push({ id, title, ...parts });
    }
  }
  if (report.journeys.length > 0) await note(caller, request, report);
  await awaitRows(seqs);
  return { ok: true, ...report };
}

/** One entry for all of it; ids and counts alone. In the feed it stands with its journey where there is but one. */
async function note(
  caller: Caller<InsideActor>,
  { from, to }: HandOver,
  { journeys, refused: left }: HandedOver,
): Promise<void> {
  const { actor } = caller;
  const { workspaceId } = actor;
  const sum = (key: keyof Parts) =>
    journeys.reduce((total, journey) => total + journey[key], 0);
  const [only, ...others] = journeys;
  await prisma().$transaction(async (tx) => {
    await audit(
      {
        caller,
        workspaceId,
        action: "stakeholder:hand-over",
        subject: { kind: "stakeholder", id: from },
        detail: {
          to,
          journeys: journeys.length,
          responsible: sum("responsible"),
          involved: sum("involved"),
          tasks: sum("tasks"),
          reviews: sum("reviews"),
          refused: left.length,
        },
      },
      tx,
    );
    await noteActivity(
      {
        actor,
        workspaceId,
        journeyId: only && others.length === 0 ? only.id : null,
        kind: "handed-over",
        subjectId: from,
        entityId: to,
      },
      tx,
    );
  });
}
