import * as z from "zod";
import { id } from "@/lib/api/fields";
import { journeyReviews, newReview } from "@/lib/api/reviews";
import {
  reviewJourney,
  takeReviewBack,
} from "@/server/commands/review-journey";
import { refused } from "@/server/errors";
import { readReviews } from "@/server/queries/reviews";
import { route, type Reply, type Route } from "./route";

const all = "/workspaces/{slug}/journeys/{journeyId}/reviews" as const;
const ofJourney = z.object({ journeyId: id });

async function reviewsReply(
  status: 200 | 201,
  wanted: { workspaceId: string; journeyId: string },
): Promise<Reply> {
  const body = await readReviews(wanted);
  return body ? { status, body } : refused("not_found");
}

/** Whether a map is still true: who went over it, when it is due again, and who is reminded. */
export const reviewRoutes: Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "journey:read",
    summary: "See how a journey stands with its reviews",
    params: ofJourney,
    answers: { 200: journeyReviews },
    handle: ({ workspace, params: { journeyId } }) =>
      reviewsReply(200, { workspaceId: workspace.id, journeyId }),
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "review:create",
    summary: "Say that a journey was reviewed and is true",
    params: ofJourney,
    body: newReview,
    example: { note: "Prices of the second stage are new." },
    answers: { 201: journeyReviews },
    handle: async ({ workspace, caller, params: { journeyId }, body }) => {
      const result = await reviewJourney(caller, { journeyId, ...body });
      if (!result.ok) return result;
      return reviewsReply(201, { workspaceId: workspace.id, journeyId });
    },
  }),
  route({
    method: "delete",
    path: `${all}/{reviewId}`,
    who: "workspace",
    action: "review:delete",
    summary: "Take a review back",
    params: ofJourney.extend({ reviewId: id }),
    answers: { 204: null },
    handle: async ({ caller, params }) => {
      const result = await takeReviewBack(caller, params);
      return result.ok ? { status: 204 } : result;
    },
  }),
];
