import * as z from "zod";
import type { InsideActor } from "@/lib/access/actors";
import { id } from "@/lib/api/fields";
import { viewChange, viewFields, viewItem, viewList } from "@/lib/api/views";
import { isJourneyHere } from "@/server/commands/is-journey-here";
import {
  changeView,
  createView,
  deleteView,
} from "@/server/commands/save-view";
import { refused } from "@/server/errors";
import { listViews } from "@/server/queries/views";
import { route, type Reply, type Route } from "./route";

const all = "/workspaces/{slug}/journeys/{journeyId}/views" as const;
const one = `${all}/{viewId}` as const;
const ofJourney = z.object({ journeyId: id });
const ofView = ofJourney.extend({ viewId: id });

async function itemReply(
  status: 200 | 201,
  wanted: { actor: InsideActor; journeyId: string; viewId: string },
): Promise<Reply> {
  const [body] = await listViews(wanted);
  return body ? { status, body } : refused("not_found");
}

/** Ways to look at a map that people keep, for themselves or for all members. */
export const viewRoutes: Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "view:read",
    summary: "List the saved views of a journey: one's own and the shared ones",
    params: ofJourney,
    answers: { 200: viewList },
    handle: async ({ actor, workspace, params: { journeyId } }) => {
      if (!(await isJourneyHere(workspace.id, journeyId)))
        return refused("not_found");
      const views = await listViews({ actor, journeyId, viewId: null });
      return { status: 200, body: { views } };
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "view:create",
    summary: "Save a view of a journey",
    params: ofJourney,
    body: viewFields,
    example: { name: "Without an owner", sight: { withoutOwner: true } },
    answers: { 201: viewItem },
    handle: async ({ caller, actor, params: { journeyId }, body }) => {
      const result = await createView(caller, { journeyId, ...body });
      if (!result.ok) return result;
      return itemReply(201, { actor, journeyId, viewId: result.viewId });
    },
  }),
  route({
    method: "patch",
    path: one,
    who: "workspace",
    action: "view:change",
    summary: "Rename a saved view, share it, or change what it shows",
    params: ofView,
    body: viewChange,
    answers: { 200: viewItem },
    handle: async ({ caller, actor, params, body }) => {
      const result = await changeView(caller, { ...params, change: body });
      if (!result.ok) return result;
      return itemReply(200, { actor, ...params });
    },
  }),
  route({
    method: "delete",
    path: one,
    who: "workspace",
    action: "view:change",
    summary: "Delete a saved view",
    params: ofView,
    answers: { 204: null },
    handle: async ({ caller, params }) => {
      const result = await deleteView(caller, params);
      return result.ok ? { status: 204 } : result;
    },
  }),
];
