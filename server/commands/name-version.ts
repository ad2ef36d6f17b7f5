import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { Caller } from "@/server/audit";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { readDocument } from "@/server/sync/door";
import { keepVersion } from "@/server/versions/keep";
import { authorOf } from "./author-of";
import { isJourneyHere } from "./is-journey-here";

/** Keeps what the map says now as a version, with a name or without. */
export async function createVersion(
  { actor }: Caller<InsideActor>,
  { journeyId, name }: { journeyId: string; name: string | null },
): Promise<Outcome<{ seq: number }, "forbidden" | "not_found">> {
  if (!can(actor, "history:restore")) return refused("forbidden");
  if (!(await isJourneyHere(actor.workspaceId, journeyId)))
    return refused("not_found");
  const { map, seq } = await readDocument(journeyId);
  await keepVersion(pool(), {
    journeyId,
    map,
    seq,
    reason: "asked",
    name,
    actor: authorOf(actor),
  });
  return { ok: true, seq };
}

/** Gives a version a name, which keeps it for ever, or takes its name away. */
export async function nameVersion(
  { actor }: Caller<InsideActor>,
  change: { journeyId: string; seq: number; name: string | null },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  if (!can(actor, "history:restore")) return refused("forbidden");
  const { workspaceId } = actor;
  const { journeyId, seq, name } = change;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const { count } = await prisma().journeyVersion.updateMany({
    where: { workspaceId, journeyId, seq },
    data: { name },
  });
  if (count === 0) return refused("not_found");
  tellRowsChanged(workspaceId, "version", journeyId);
  return { ok: true };
}
