import type { InsideActor } from "@/lib/access/actors";
import { can, mayEver } from "@/lib/access/can";
import type { PulseChange } from "@/lib/api/pulses";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";

interface PulseAsked {
  readonly pulseId: string;
  readonly allowPublicLinks: boolean;
}

type Changed = Outcome<
  object,
  "forbidden" | "public_links_off" | "not_found" | "invalid"
>;

interface PulseRow {
  journeyId: string;
  opensAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
}

/** Why somebody may not touch a pulse; null where they may. */
function refusalOf(actor: InsideActor, { allowPublicLinks }: PulseAsked) {
  if (can(actor, "pulse:change", { allowPublicLinks })) return null;
  return refused(
    mayEver(actor, "pulse:change") ? "public_links_off" : "forbidden",
  );
}

/** Locked: an answer that comes meanwhile is stored before or finds it changed. A revoked one is not found. */
async function lockPulse(
  workspaceId: string,
  pulseId: string,
  tx: Transaction,
): Promise<PulseRow | null> {
  const rows = await tx.$queryRaw<PulseRow[]>`
    SELECT p."journeyId", p."opensAt", p."closesAt", p."closedAt" FROM "Pulse" p
    JOIN "Journey" j ON j."workspaceId" = p."workspaceId" AND j.id = p."journeyId" AND j."deletedAt" IS NULL
    WHERE p."workspaceId" = ${workspaceId}::uuid AND p.id = ${pulseId}::uuid AND p."revokedAt" IS NULL
    FOR UPDATE OF p`;
  return rows[0] ?? null;
}

const asMoment = (at: string | null) => (at === null ? null : new Date(at));

/** The times that a pulse has after a change; opening it again does away with a day that has passed. */
function timesAfter(before: PulseRow, change: PulseChange, now: Date) {
  const { isClosed } = change;
  const opensAt =
    change.opensAt === undefined ? before.opensAt : asMoment(change.opensAt);
  const given =
    change.closesAt === undefined ? before.closesAt : asMoment(change.closesAt);
  const isReopened = isClosed === false && change.closesAt === undefined;
  const closesAt = isReopened && given && given <= now ? null : given;
  const closedAt =
    isClosed === undefined
      ? before.closedAt
      : isClosed
        ? (before.closedAt ?? now)
        : null;
  return { opensAt, closesAt, closedAt };
}

const wordFor = ({ isClosed }: PulseChange) =>
  isClosed === undefined
    ? "pulse:change"
    : isClosed
      ? "pulse:close"
      : "pulse:reopen";

/** Renames a pulse, sets its days and who may frame it, closes it or opens it again. */
export async function changePulse(
  caller: Caller<InsideActor>,
  asked: PulseAsked,
  change: PulseChange,
): Promise<Changed> {
  const { actor } = caller;
  const { workspaceId } = actor;
  const refusal = refusalOf(actor, asked);
  if (refusal) return refusal;
  const { pulseId } = asked;
  const { name, frameOrigins } = change;
  const outcome = await prisma().$transaction(async (tx) => {
    const before = await lockPulse(workspaceId, pulseId, tx);
    if (!before) return refused("not_found");
    const times = timesAfter(before, change, new Date());
    const { opensAt, closesAt } = times;
    if (opensAt && closesAt && closesAt <= opensAt) return refused("invalid");
    await tx.pulse.update({
      where: { workspaceId_id: { workspaceId, id: pulseId } },
      data: {
        ...times,
        ...(name !== undefined && { name }),
        ...(frameOrigins !== undefined && { frameOrigins }),
      },
    });
    const subject = { kind: "pulse", id: pulseId };
    await audit({ caller, workspaceId, action: wordFor(change), subject }, tx);
    const { journeyId } = before;
    const wasClosed = before.closedAt !== null;
    if (change.isClosed !== undefined && change.isClosed !== wasClosed) {
      const kind = change.isClosed ? "pulse-closed" : "pulse-reopened";
      const deed = { actor, workspaceId, journeyId, kind } as const;
      await noteActivity({ ...deed, subjectId: pulseId }, tx);
    }
    return { ok: true, journeyId } as const;
  });
  // The name stands beside the evidence.
  if (outcome.ok && name !== undefined)
    tellRowsChanged(workspaceId, "evidence", outcome.journeyId);
  return outcome;
}

/** Ends a pulse for good: its link opens nothing with the next request. What was answered stays. */
export async function revokePulse(
  caller: Caller<InsideActor>,
  asked: PulseAsked,
): Promise<Changed> {
  const { actor } = caller;
  const { workspaceId } = actor;
  const refusal = refusalOf(actor, asked);
  if (refusal) return refusal;
  const { pulseId } = asked;
  return prisma().$transaction(async (tx): Promise<Changed> => {
    const before = await lockPulse(workspaceId, pulseId, tx);
    if (!before) return refused("not_found");
    await tx.pulse.update({
      where: { workspaceId_id: { workspaceId, id: pulseId } },
      data: { revokedAt: new Date() },
    });
    const subject = { kind: "pulse", id: pulseId };
    await audit({ caller, workspaceId, action: "pulse:revoke", subject }, tx);
    const { journeyId } = before;
    const deed = { actor, workspaceId, journeyId, subjectId: pulseId };
    await noteActivity({ ...deed, kind: "pulse-revoked" }, tx);
    return { ok: true };
  });
}

/** Deletes what somebody wrote beside their face, such as a name; the face stays. */
export async function clearPulseComment(
  caller: Caller<InsideActor>,
  asked: PulseAsked & { readonly answerId: string },
): Promise<Changed> {
  const { actor } = caller;
  const { workspaceId } = actor;
  const refusal = refusalOf(actor, asked);
  if (refusal) return refusal;
  const { pulseId, answerId } = asked;
  return prisma().$transaction(async (tx): Promise<Changed> => {
    const { count } = await tx.pulseAnswer.updateMany({
      where: {
        workspaceId,
        pulseId,
        id: answerId,
        comment: { not: "" },
        pulse: { journey: { deletedAt: null } },
      },
      data: { comment: "" },
    });
    if (count === 0) return refused("not_found");
    const subject = { kind: "pulse", id: pulseId };
    const action = "pulse:clear-comment";
    await audit({ caller, workspaceId, action, subject }, tx);
    return { ok: true };
  });
}
