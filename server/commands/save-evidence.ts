import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import {
  contradictionIn,
  type EvidenceChange,
  type EvidenceFields,
  type EvidenceItem,
  type NewEvidence,
} from "@/lib/api/evidence";
import { isSameJson } from "@/lib/journey/plain";
import {
  forgetActivity,
  noteActivity,
  noteActivityWith,
} from "@/server/activity/note";
import type { Caller } from "@/server/audit";
import { inTransaction } from "@/server/db/in-transaction";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome, type Refused } from "@/server/errors";
import { findEvidence } from "@/server/queries/evidence";
import { tellRowsChanged } from "@/server/row-events";
import type { VersionConflict } from "./change-persona";
import { hasOwnEvidenceRefs } from "./evidence-refs";
import { isJourneyHere } from "./is-journey-here";
import { movePulseAnswers } from "./move-pulse-answers";

/** Maps that are open show sums of this; what is about a persona alone is on no map. */
function tellEvidenceChanged(
  workspaceId: string,
  journeyId: string | null,
): void {
  if (journeyId !== null) tellRowsChanged(workspaceId, "evidence", journeyId);
}

const asDay = (day: string) => new Date(`${day}T00:00:00Z`);

/** Whether a piece of an import no longer tells what the import said it does. */
function tellsOther(
  { unit, scale, value }: EvidenceItem,
  change: EvidenceChange,
): boolean {
  const isFigure = (figure: number | null) => figure !== null;
  return (
    (change.unit !== undefined && change.unit !== unit) ||
    (change.scale !== undefined && !isSameJson(change.scale, scale)) ||
    (change.value !== undefined && isFigure(change.value) !== isFigure(value))
  );
}

/** Whether it says something else than what was counted in the file. */
function isOtherFigure(item: EvidenceItem, change: EvidenceChange): boolean {
  const figure = ["value", "n", "sd", "scale"] as const;
  return figure.some(
    (key) => change[key] !== undefined && !isSameJson(change[key], item[key]),
  );
}

const notCounted = {
  metric: null,
  best: null,
  worst: null,
  goodFrom: null,
  asked: null,
  rows: null,
  isWeighted: null,
};

/** What was said, as columns; what was left out stays as it is. */
function columnsOf(fields: Partial<EvidenceFields>) {
  const { scale, heldOn, heldFrom, ...plain } = fields;
  return {
    ...plain,
    ...(scale !== undefined && {
      scaleLow: scale?.low ?? null,
      scaleHigh: scale?.high ?? null,
      isHighBad: scale?.isHighBad ?? false,
      isShare: scale?.isShare ?? false,
    }),
    ...(heldOn !== undefined && { heldOn: asDay(heldOn) }),
    ...(heldFrom !== undefined && {
      heldFrom: heldFrom === null ? null : asDay(heldFrom),
    }),
  };
}

/** Writes down what somebody knows about a touchpoint or a persona. */
export async function createEvidence(
  { actor }: Caller<InsideActor>,
  evidence: NewEvidence,
): Promise<Outcome<{ evidenceId: string }, "forbidden" | "not_found">> {
  if (!can(actor, "evidence:create")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  const { journeyId, touchpointId, personaId, ...fields } = evidence;
  if (journeyId !== null && !(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const { fileId } = fields;
  const refs = { workspaceId, journeyId, touchpointId, personaId, fileId };
  if (!(await hasOwnEvidenceRefs(refs))) return refused("not_found");
  const { id } = await prisma().$transaction(async (tx) => {
    const made = await tx.evidence.create({
      data: {
        ...columnsOf(fields),
        kind: fields.kind,
        origin: fields.origin,
        heldOn: asDay(fields.heldOn),
        workspaceId,
        journeyId,
        touchpointId,
        personaId,
        createdById: userId,
      },
      select: { id: true },
    });
    const about = { subjectId: made.id, entityId: touchpointId };
    const deed = { actor, workspaceId, journeyId, ...about };
    await noteActivity({ ...deed, kind: "evidence-added" }, tx);
    return made;
  });
  tellEvidenceChanged(workspaceId, journeyId);
  return { ok: true, evidenceId: id };
}

export type EvidenceChanged =
  | { readonly ok: true; readonly evidence: EvidenceItem }
  | Refused<"forbidden" | "not_found">
  | (Refused<"invalid"> & { readonly path: string })
  | VersionConflict<EvidenceItem>;

/** Changes a piece of evidence if it still is what the writer saw. */
export async function changeEvidence(
  { actor }: Caller<InsideActor>,
  asked: {
    readonly evidenceId: string;
    /** The version that the writer saw. */
    readonly version: number;
    readonly change: EvidenceChange;
  },
): Promise<EvidenceChanged> {
  const { evidenceId, version, change } = asked;
  const { workspaceId } = actor;
  const current = await findHere(actor, evidenceId);
  if (!current) return refused("not_found");
  if (!current.changeable) return refused("forbidden");
  const after = { ...current, ...change };
  // Where too few have answered the figure is missing on purpose, and what stands beside it can be changed.
  const path = isWithheld(after) ? null : contradictionIn(after);
  if (path) return { ...refused("invalid"), path };
  const { journeyId } = current;
  const { touchpointId, personaId, fileId, ...fields } = change;
  const isAboutNobody = personaId === null && journeyId === null;
  if (isAboutNobody || (touchpointId !== undefined && journeyId === null))
    return { ...refused("invalid"), path: "personaId" };
  const refs = { workspaceId, journeyId, touchpointId, personaId, fileId };
  if (!(await hasOwnEvidenceRefs(refs))) return refused("not_found");
  const count = await prisma().$transaction(async (tx) => {
    const changed = await tx.evidence.updateMany({
      where: { workspaceId, id: evidenceId, version, deletedAt: null },
      data: {
        ...columnsOf(fields),
        ...(tellsOther(current, change) && { measure: null }),
        ...(isOtherFigure(current, change) && notCounted),
        ...(touchpointId !== undefined && { touchpointId }),
        ...(personaId !== undefined && { personaId }),
        ...(fileId !== undefined && { fileId }),
        version: { increment: 1 },
      },
    });
    if (changed.count > 0)
      await noteActivity(
        {
          actor,
          workspaceId,
          journeyId,
          kind: "evidence-changed",
          subjectId: evidenceId,
          entityId: after.touchpointId,
        },
        tx,
      );
    return changed.count;
  });
  const now = await findHere(actor, evidenceId);
  if (!now) return refused("not_found");
  if (count === 0) return { ...refused("version_conflict"), current: now };
  tellEvidenceChanged(workspaceId, journeyId);
  return { ok: true, evidence: now };
}

/** Only how many answered is known; that the rest fits together as well, its day and its period, is looked at all the same. */
function isWithheld(item: EvidenceItem): boolean {
  const { measure, value, quote, n } = item;
  const isOpinion = measure === "mean" || measure === "share";
  return (
    isOpinion &&
    value === null &&
    quote === "" &&
    n !== null &&
    contradictionIn({ ...item, quote: "-" }) === null
  );
}

/** A piece that has not been deleted. */
async function findHere(
  actor: InsideActor,
  evidenceId: string,
): Promise<EvidenceItem | null> {
  const found = await findEvidence({ actor, evidenceId });
  return found?.deletedAt === null ? found : null;
}

/** Takes a piece of evidence away, or brings it back. */
export async function removeEvidence(
  { actor }: Caller<InsideActor>,
  { evidenceId, isRemoved }: { evidenceId: string; isRemoved: boolean },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { workspaceId } = actor;
  const current = await findEvidence({ actor, evidenceId });
  if (!current) return refused("not_found");
  if (!current.changeable) return refused("forbidden");
  const isDone = (current.deletedAt !== null) === isRemoved;
  if (!isRemoved && !isDone && (await isUndone(workspaceId, evidenceId)))
    return refused("not_found");
  if (isDone) return isRemoved ? refused("not_found") : { ok: true };
  const { journeyId, touchpointId } = current;
  const about = { workspaceId, subjectId: evidenceId };
  await prisma().$transaction(async (tx) => {
    const { count } = await tx.evidence.updateMany({
      where: {
        workspaceId,
        id: evidenceId,
        deletedAt: isRemoved ? null : { not: null },
      },
      data: {
        deletedAt: isRemoved ? new Date() : null,
        version: { increment: 1 },
      },
    });
    const kind = "evidence-deleted";
    // Brought back, it is as if it had never been away.
    if (!isRemoved) await forgetActivity({ ...about, kind }, tx);
    else if (count > 0)
      await noteActivity(
        { actor, ...about, journeyId, kind, entityId: touchpointId },
        tx,
      );
  });
  tellEvidenceChanged(workspaceId, journeyId);
  return { ok: true };
}

/** Whoever took an import back took all of it back, for good. */
async function isUndone(
  workspaceId: string,
  evidenceId: string,
): Promise<boolean> {
  const found = await prisma().evidence.count({
    where: {
      workspaceId,
      id: evidenceId,
      importRun: { undoneAt: { not: null } },
    },
  });
  return found > 0;
}

// The sums of pulses go along with their answers.
const moveSql = `
UPDATE "Evidence" SET "touchpointId" = $4, version = version + 1, "updatedAt" = now()
WHERE "workspaceId" = $1 AND "journeyId" = $2 AND "touchpointId" = $3 AND "pulseId" IS NULL AND "deletedAt" IS NULL`;

/** Lets all evidence of one touchpoint be about another one of the same map. */
export async function moveEvidence(
  { actor }: Caller<InsideActor>,
  asked: { journeyId: string; from: string; to: string },
): Promise<Outcome<{ moved: number }, "forbidden" | "not_found">> {
  if (!can(actor, "journey:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const { journeyId, from, to } = asked;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const refs = { workspaceId, journeyId, touchpointId: to };
  const others = { personaId: null, fileId: null };
  if (!(await hasOwnEvidenceRefs({ ...refs, ...others })))
    return refused("not_found");
  const moved = await inTransaction(async (client) => {
    const { rowCount } = await client.query(moveSql, [
      workspaceId,
      journeyId,
      from,
      to,
    ]);
    const pulses = await movePulseAnswers(client, {
      workspaceId,
      journeyId,
      from,
      to,
    });
    const count = (rowCount ?? 0) + pulses;
    if (count > 0)
      await noteActivityWith(client, {
        actor,
        workspaceId,
        journeyId,
        kind: "evidence-moved",
        entityId: to,
      });
    return count;
  });
  if (moved > 0) tellEvidenceChanged(workspaceId, journeyId);
  return { ok: true, moved };
}
