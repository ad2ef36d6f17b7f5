import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { EvaluationChange } from "@/lib/api/evaluation";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { isJourneyHere } from "./is-journey-here";

type Refusal = "forbidden" | "not_found" | "version_conflict";

/** Ticks a question of the evaluation of a map, or notes something to it; a note that nobody saw is not overwritten. */
export async function answerEvaluation(
  { actor }: Caller<InsideActor>,
  journeyId: string,
  { question, isDone, note }: EvaluationChange,
): Promise<Outcome<object, Refusal>> {
  if (!can(actor, "journey:edit")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const key = { workspaceId, journeyId, question };
  await prisma().evaluationAnswer.createMany({
    data: { ...key, updatedById: userId },
    skipDuplicates: true,
  });
  const { count } = await prisma().evaluationAnswer.updateMany({
    where: { ...key, ...(note && { note: { in: [note.before, note.text] } }) },
    data: {
      ...(isDone !== undefined && { isDone }),
      ...(note && { note: note.text }),
      updatedById: userId,
    },
  });
  if (count === 0) return refused("version_conflict");
  tellRowsChanged(workspaceId, "journey", journeyId);
  return { ok: true };
}
