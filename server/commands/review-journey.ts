import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { forgetActivity, noteActivity } from "@/server/activity/note";
import type { Caller } from "@/server/audit";
import { pool } from "@/server/db/pool";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { readDocument } from "@/server/sync/door";
import { keepVersion } from "@/server/versions/keep";
import { authorOf } from "./author-of";
import { isJourneyHere } from "./is-journey-here";
import { lockJourney } from "./lock-journey";

interface Place {
  readonly workspaceId: string;
  readonly journeyId: string;
}

/** Takes the moment of the newest review over to the registry, where lists and reminders look. */
async function noteNewest(
  { workspaceId, journeyId }: Place,
  tx: Transaction,
): Promise<void> {
  const newest = await tx.journeyReview.findFirst({
    where: { workspaceId, journeyId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true },
  });
  await tx.journey.updateMany({
    where: { workspaceId, id: journeyId },
    data: { reviewedAt: newest?.at ?? null },
  });
}

/** Says that somebody went over the map and that it is true, and keeps what it said as a version. */
export async function reviewJourney(
  { actor }: Caller<InsideActor>,
  { journeyId, note }: { journeyId: string; note: string },
): Promise<Outcome<{ reviewId: string }, "forbidden" | "not_found">> {
  if (!can(actor, "review:create")) return refused("forbidden");
  const { workspaceId, userId: byId } = actor;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const { map, seq } = await readDocument(journeyId);
  await keepVersion(pool(), {
    journeyId,
    map,
    seq,
    reason: "reviewed",
    actor: authorOf(actor),
  });
  const place = { workspaceId, journeyId };
  const { id: reviewId } = await prisma().$transaction(async (tx) => {
    await lockJourney(place, tx);
    const made = await tx.journeyReview.create({
      data: { ...place, seq, note, byId },
      select: { id: true },
    });
    await noteNewest(place, tx);
    // Whoever was to do it: it is done, and waits in nobody's inbox any more.
    await tx.notification.deleteMany({ where: { ...place, kind: "review" } });
    const deed = { actor, ...place, subjectId: made.id };
    await noteActivity({ ...deed, kind: "journey-reviewed" }, tx);
    return made;
  });
  tellRowsChanged(workspaceId, "journey", journeyId);
  return { ok: true, reviewId };
}

/** Takes a review back: one's own, or from admin on anybody's. */
export async function takeReviewBack(
  { actor }: Caller<InsideActor>,
  { journeyId, reviewId }: { journeyId: string; reviewId: string },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { workspaceId } = actor;
  const found = await prisma().journeyReview.findFirst({
    where: { workspaceId, journeyId, id: reviewId },
    select: { byId: true, journey: { select: { deletedAt: true } } },
  });
  if (!found || found.journey.deletedAt) return refused("not_found");
  if (!can(actor, "review:delete", { createdById: found.byId }))
    return refused("forbidden");
  const place = { workspaceId, journeyId };
  await prisma().$transaction(async (tx) => {
    await lockJourney(place, tx);
    await tx.journeyReview.deleteMany({ where: { ...place, id: reviewId } });
    await forgetActivity({ workspaceId, subjectId: reviewId }, tx);
    await noteNewest(place, tx);
  });
  tellRowsChanged(workspaceId, "journey", journeyId);
  return { ok: true };
}
