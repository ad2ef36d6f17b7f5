import * as z from "zod";
import { evaluation, evaluationChange } from "@/lib/api/evaluation";
import { id } from "@/lib/api/fields";
import { answerEvaluation } from "@/server/commands/answer-evaluation";
import { isJourneyHere } from "@/server/commands/is-journey-here";
import { refused } from "@/server/errors";
import { listAnswers } from "@/server/queries/evaluation";
import { route, type Route } from "./route";

const path = "/workspaces/{slug}/journeys/{journeyId}/evaluation" as const;
const params = z.object({ journeyId: id });

/** The evaluation of a map: what a team says to the questions that follow it. */
export const evaluationRoutes: readonly Route[] = [
  route({
    method: "get",
    path,
    who: "workspace",
    action: "history:read",
    summary: "Read what the team said about a map",
    params,
    answers: { 200: evaluation },
    handle: async ({ workspace, params: { journeyId } }) => {
      const ids = { workspaceId: workspace.id, journeyId };
      if (!(await isJourneyHere(workspace.id, journeyId)))
        return refused("not_found");
      return { status: 200, body: { answers: await listAnswers(ids) } };
    },
  }),
  route({
    method: "put",
    path,
    who: "workspace",
    action: "journey:edit",
    summary: "Tick a question about a map, or note something to it",
    params,
    body: evaluationChange,
    answers: { 200: evaluation },
    handle: async ({ workspace, caller, params: { journeyId }, body }) => {
      const result = await answerEvaluation(caller, journeyId, body);
      const ids = { workspaceId: workspace.id, journeyId };
      if (!result.ok) return result;
      return { status: 200, body: { answers: await listAnswers(ids) } };
    },
  }),
];
