import * as z from "zod";
import { id } from "@/lib/api/fields";
import { touchpointList } from "@/lib/api/touchpoints";
import { refused } from "@/server/errors";
import { placeOf } from "@/server/queries/cursor";
import { listTouchpoints } from "@/server/queries/touchpoints";
import { pageLimit } from "./list-query";
import { route, type Route } from "./route";

const none = z.literal("none");
const defaultLimit = 50;

const query = z.strictObject({
  journey: id.optional(),
  /** Id or title. */
  stage: z.string().min(1).max(200).optional(),
  owner: id.or(none).optional(),
  channel: id.optional(),
  emotion: none
    .or(z.enum(["-2", "-1", "0", "1", "2"]).transform(Number))
    .optional(),
  q: z.string().trim().min(1).max(200).optional(),
  cursor: z.string().max(120_000).optional(),
  limit: pageLimit.default(defaultLimit),
});

/** Touchpoints across journeys. */
export const touchpointRoutes: Route[] = [
  route({
    method: "get",
    path: "/workspaces/{slug}/touchpoints",
    who: "workspace",
    action: "journey:list",
    summary: "List touchpoints across journeys",
    query,
    answers: { 200: touchpointList },
    handle: async ({ workspace, query: asked }) => {
      const after = asked.cursor === undefined ? null : placeOf(asked.cursor);
      if (asked.cursor !== undefined && after === null)
        return refused("invalid");
      const filter = {
        workspaceId: workspace.id,
        journeyId: asked.journey ?? null,
        stage: asked.stage ?? null,
        owner: asked.owner ?? null,
        channelId: asked.channel ?? null,
        emotion: asked.emotion ?? null,
        q: asked.q ?? null,
      };
      const page = { after, limit: asked.limit };
      return { status: 200, body: await listTouchpoints(filter, page) };
    },
  }),
];
