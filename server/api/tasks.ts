import * as z from "zod";
import { id } from "@/lib/api/fields";
import { TASK_SORTS, taskList, taskStatus } from "@/lib/api/tasks";
import { refused } from "@/server/errors";
import { listTasks } from "@/server/queries/tasks";
import { today } from "@/server/queries/today";
import { placeAsked, sortAsked, sortQuery } from "./list-order";
import { pageLimit } from "./list-query";
import { minSeq, readable } from "./own-write";
import { route, type Route } from "./route";

const query = z.strictObject({
  status: taskStatus.or(z.literal("unfinished")).optional(),
  /** Of a stakeholder, or of nobody. */
  person: id.or(z.literal("none")).optional(),
  journey: id.optional(),
  overdue: z.literal("true").optional(),
  sort: sortQuery(TASK_SORTS, "due"),
  minSeq,
  cursor: z.string().max(120_000).optional(),
  limit: pageLimit.default(50),
});

/** Tasks over all journeys. */
export const taskRoutes: Route[] = [
  route({
    method: "get",
    path: "/workspaces/{slug}/tasks",
    who: "workspace",
    action: "journey:list",
    summary: "List tasks across journeys, and count them by status",
    query,
    answers: { 200: taskList },
    handle: async ({ workspace, query: asked }) => {
      const after = placeAsked(asked.cursor);
      if (!after.ok) return refused("invalid");
      const rows = await readable(workspace.id, asked);
      if (!rows.ok) return rows;
      const filter = {
        workspaceId: workspace.id,
        journeyId: asked.journey ?? null,
        status: asked.status ?? null,
        person: asked.person ?? null,
        overdueOn: asked.overdue ? today() : null,
      };
      const page = { ...sortAsked(asked.sort), after: after.place };
      const body = await listTasks(filter, { ...page, limit: asked.limit });
      return { status: 200, body };
    },
  }),
];
