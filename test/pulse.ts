import { randomUUID } from "node:crypto";
import { prisma } from "@/server/db/prisma";
import { newPulseToken } from "@/server/pulse/tokens";

/** A pulse about one touchpoint, and one answer to it. */
export interface PulseIds {
  readonly journeyId: string;
  readonly touchpointId: string;
  readonly pulseId: string;
  readonly answerId: string;
  readonly token: string;
}

/** Makes a pulse of colleagues that somebody has answered; its touchpoint is on no map yet. */
export async function addPulse(place: {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly createdById: string;
}): Promise<PulseIds> {
  const { workspaceId, journeyId } = place;
  const touchpointId = randomUUID();
  const { token, tokenHash, tokenSealed } = newPulseToken();
  const audience = "colleagues";
  const { id: pulseId } = await prisma().pulse.create({
    data: {
      ...place,
      audience,
      touchpointIds: [touchpointId],
      locale: "en",
      tokenHash,
      tokenSealed,
    },
    select: { id: true },
  });
  const { id: answerId } = await prisma().pulseAnswer.create({
    data: {
      workspaceId,
      pulseId,
      touchpointId,
      key: randomUUID(),
      audience,
      face: 2,
      comment: "The queue is long",
      answeredOn: new Date("2026-11-29"),
    },
    select: { id: true },
  });
  return { journeyId, touchpointId, pulseId, answerId, token };
}
