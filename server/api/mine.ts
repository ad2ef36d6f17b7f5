import { mine } from "@/lib/api/tasks";
import { findMine } from "@/server/queries/mine";
import { route, type Route } from "./route";

/** What the asker is responsible for. */
export const mineRoutes: Route[] = [
  route({
    method: "get",
    path: "/workspaces/{slug}/mine",
    who: "workspace",
    action: "journey:list",
    summary: "Touchpoints and tasks of the stakeholder that you are",
    answers: { 200: mine },
    handle: async ({ workspace, actor }) => {
      const filter = { workspaceId: workspace.id, userId: actor.userId };
      return { status: 200, body: await findMine(filter) };
    },
  }),
];
