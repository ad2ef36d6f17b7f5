import * as z from "zod";
import { id } from "@/lib/api/fields";
import {
  OPPORTUNITY_SORTS,
  PAIN_FILTERS,
  opportunityList,
  painList,
} from "@/lib/api/opportunities";
import { refused } from "@/server/errors";
import { listOpportunities } from "@/server/queries/opportunities";
import { listPains } from "@/server/queries/pains";
import { placeAsked, sortAsked, sortQuery } from "./list-order";
import { pageLimit } from "./list-query";
import { minSeq, readable } from "./own-write";
import { route, type Route } from "./route";

const paged = {
  journey: id.optional(),
  /** Only what nobody is responsible for where it stands. */
  owner: z.literal("none").optional(),
  minSeq,
  cursor: z.string().max(120_000).optional(),
  limit: pageLimit.default(50),
};

/** Opportunities and pains over all journeys. */
export const opportunityRoutes: Route[] = [
  route({
    method: "get",
    path: "/workspaces/{slug}/opportunities",
    who: "workspace",
    action: "journey:list",
    summary:
      "List opportunities across journeys with their scores and which is to be done first",
    query: z.strictObject({
      ...paged,
      scored: z.enum(["true", "false"]).optional(),
      sort: sortQuery(OPPORTUNITY_SORTS, "-priority"),
    }),
    answers: { 200: opportunityList },
    handle: async ({ workspace, query: asked }) => {
      const after = placeAsked(asked.cursor);
      if (!after.ok) return refused("invalid");
      const rows = await readable(workspace.id, asked);
      if (!rows.ok) return rows;
      const filter = {
        workspaceId: workspace.id,
        journeyId: asked.journey ?? null,
        isScored: asked.scored === undefined ? null : asked.scored === "true",
        owner: asked.owner ?? null,
      };
      const page = { ...sortAsked(asked.sort), after: after.place };
      const body = await listOpportunities(filter, {
        ...page,
        limit: asked.limit,
      });
      return { status: 200, body };
    },
  }),
  route({
    method: "get",
    path: "/workspaces/{slug}/pains",
    who: "workspace",
    action: "journey:list",
    summary: "List pains across journeys with what was decided about them",
    query: z.strictObject({
      ...paged,
      decision: z.enum(PAIN_FILTERS).optional(),
    }),
    answers: { 200: painList },
    handle: async ({ workspace, query: asked }) => {
      const after = placeAsked(asked.cursor);
      if (!after.ok) return refused("invalid");
      const rows = await readable(workspace.id, asked);
      if (!rows.ok) return rows;
      const filter = {
        workspaceId: workspace.id,
        journeyId: asked.journey ?? null,
        decision: asked.decision ?? null,
        owner: asked.owner ?? null,
      };
      const page = { after: after.place, limit: asked.limit };
      return { status: 200, body: await listPains(filter, page) };
    },
  }),
];
