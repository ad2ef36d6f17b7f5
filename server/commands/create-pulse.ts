import * as z from "zod";
import type { InsideActor } from "@/lib/access/actors";
import { can, mayEver } from "@/lib/access/can";
import { newPulse } from "@/lib/api/pulses";
import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { newPulseToken } from "@/server/pulse/tokens";
import { readLeastAnswers } from "@/server/queries/least-answers";
import { hasOwnEvidenceRefs } from "./evidence-refs";
import { isJourneyHere } from "./is-journey-here";

interface PulseRequest extends z.output<typeof newPulse> {
  readonly journeyId: string;
  readonly allowPublicLinks: boolean;
}

const asMoment = (at: string | null) => (at === null ? null : new Date(at));

/** Makes a link that asks about touchpoints of a journey. The token leaves once here and rests sealed. */
export async function createPulse(
  caller: Caller<InsideActor>,
  request: PulseRequest,
): Promise<
  Outcome<
    { pulseId: string },
    "forbidden" | "public_links_off" | "not_found" | "invalid"
  >
> {
  const { actor } = caller;
  const { workspaceId, userId } = actor;
  const { allowPublicLinks, journeyId, personaId, touchpointIds, ...rest } =
    request;
  if (!can(actor, "pulse:create", { allowPublicLinks }))
    return refused(
      mayEver(actor, "pulse:create") ? "public_links_off" : "forbidden",
    );
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const opensAt = asMoment(rest.opensAt);
  const closesAt = asMoment(rest.closesAt);
  if (closesAt && closesAt <= (opensAt ?? new Date()))
    return refused("invalid");
  const refs = { workspaceId, journeyId, personaId, fileId: null };
  for (const touchpointId of touchpointIds)
    if (!(await hasOwnEvidenceRefs({ ...refs, touchpointId })))
      return refused("not_found");
  // A pulse may promise more than its workspace does, and never less.
  const least = await readLeastAnswers({ workspaceId });
  const leastAnswers = Math.max(rest.leastAnswers, least);
  const { tokenHash, tokenSealed } = newPulseToken();
  const pulseId = await prisma().$transaction(async (through) => {
    const { id } = await through.pulse.create({
      data: {
        ...rest,
        leastAnswers,
        opensAt,
        closesAt,
        workspaceId,
        journeyId,
        personaId,
        touchpointIds,
        tokenHash,
        tokenSealed,
        createdById: userId,
      },
      select: { id: true },
    });
    const subject = { kind: "pulse", id };
    const detail = { journeyId, audience: rest.audience };
    await audit(
      { caller, workspaceId, action: "pulse:create", subject, detail },
      through,
    );
    const deed = { actor, workspaceId, journeyId, subjectId: id };
    await noteActivity({ ...deed, kind: "pulse-opened" }, through);
    return id;
  });
  return { ok: true, pulseId };
}
