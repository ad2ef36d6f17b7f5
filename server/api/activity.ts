import * as z from "zod";
import { activityList, activityTopic } from "@/lib/api/activity";
import { id } from "@/lib/api/fields";
import { isJourneyHere } from "@/server/commands/is-journey-here";
import { refused } from "@/server/errors";
import { listActivity } from "@/server/queries/activity";
import { momentPlaceOf } from "@/server/queries/moment-cursor";
import { pageLimit } from "./list-query";
import { minSeq, readable } from "./own-write";
import { route, type Route } from "./route";

const defaultLimit = 40;

const query = z.strictObject({
  journey: id.optional(),
  /** A member. */
  person: id.optional(),
  topic: activityTopic.optional(),
  minSeq,
  cursor: z.string().max(100).optional(),
  limit: pageLimit.default(defaultLimit),
});

/** Who did what in a workspace. */
export const activityRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/workspaces/{slug}/activity",
    who: "workspace",
    action: "activity:read",
    summary: "List what people did, the newest first",
    query,
    answers: { 200: activityList },
    handle: async ({ actor, workspace, query: asked }) => {
      const { cursor, limit, topic = null } = asked;
      const { journey: journeyId = null, person: userId = null } = asked;
      const after = cursor === undefined ? null : momentPlaceOf(cursor);
      if (cursor !== undefined && after === null) return refused("invalid");
      if (
        journeyId !== null &&
        !(await isJourneyHere(actor.workspaceId, journeyId))
      )
        return refused("not_found");
      const rows = await readable(workspace.id, asked);
      if (!rows.ok) return rows;
      const { allowPublicLinks } = workspace;
      const filter = { actor, allowPublicLinks, journeyId, userId, topic };
      const page = { after, limit };
      return { status: 200, body: await listActivity(filter, page) };
    },
  }),
];
