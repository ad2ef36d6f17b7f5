import * as z from "zod";
import { searchHits } from "@/lib/api/search";
import { searchWorkspace } from "@/server/queries/search";
import { route, type Route } from "./route";

/** Finding things by their names. */
export const searchRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/workspaces/{slug}/search",
    who: "workspace",
    action: "journey:list",
    summary: "Find journeys, touchpoints and stakeholders by their names",
    query: z.strictObject({ q: z.string().trim().max(200).default("") }),
    answers: { 200: searchHits },
    handle: async ({ workspace, query: { q } }) => ({
      status: 200,
      body: await searchWorkspace({ workspaceId: workspace.id, q }),
    }),
  }),
];
