import * as z from "zod";
import { templateList } from "@/lib/api/templates";
import { listTemplates } from "@/server/queries/templates";
import { route, type Route } from "./route";

/** Templates: what a journey can be started from. */
export const templateRoutes: Route[] = [
  route({
    method: "get",
    path: "/templates",
    who: "anyone",
    action: null,
    summary: "List the templates",
    query: z.strictObject({ locale: z.string().max(35).default("en") }),
    answers: { 200: templateList },
    handle: ({ query }) => ({
      status: 200,
      body: { templates: listTemplates(query.locale) },
    }),
  }),
];
