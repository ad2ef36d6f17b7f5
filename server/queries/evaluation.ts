import {
  EVALUATION_QUESTIONS,
  evaluationAnswer,
  type EvaluationAnswer,
} from "@/lib/api/evaluation";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** What the team said about a map, in the order of the questions. */
export async function listAnswers(filter: {
  workspaceId: string;
  journeyId: string;
}): Promise<EvaluationAnswer[]> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { workspaceId, journeyId } = filter;
  const rows = await prisma().evaluationAnswer.findMany({
    where: { workspaceId, journeyId },
  });
  const ids = rows.flatMap(({ updatedById }) => updatedById ?? []);
  const people = await prisma().user.findMany({
    where: { id: { in: ids }, memberships: { some: { workspaceId } } },
    select: { id: true, name: true },
  });
  const order = (question: string) =>
    EVALUATION_QUESTIONS.findIndex((known) => known === question);
  return rows
    .flatMap(({ question, isDone, note, updatedById, updatedAt }) => {
      const by = people.find(({ id }) => id === updatedById) ?? null;
      const answer = { question, isDone, note, by };
      const read = evaluationAnswer.safeParse({
        ...answer,
        updatedAt: updatedAt.toISOString(),
      });
      return read.success ? [read.data] : [];
    })
    .toSorted((a, b) => order(a.question) - order(b.question));
}
