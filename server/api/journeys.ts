import * as z from "zod";
import { attentionList } from "@/lib/api/attention";
import { id } from "@/lib/api/fields";
import {
  journeyChange,
  journeyDetail,
  journeyList,
  journeyListState,
  journeySummary,
  newJourney,
} from "@/lib/api/journeys";
import { taskChange } from "@/lib/api/tasks";
import { isId, type CardId } from "@/lib/journey/ids";
import { changeJourney } from "@/server/commands/change-journey";
import { changeTask } from "@/server/commands/change-task";
import { createJourney } from "@/server/commands/create-journey";
import { deleteJourney } from "@/server/commands/delete-journey";
import { restoreJourney } from "@/server/commands/restore-journey";
import { refused } from "@/server/errors";
import { listAttention } from "@/server/queries/attention";
import {
  journeySummary as findSummary,
  listJourneys,
} from "@/server/queries/journeys";
import { readDocument } from "@/server/sync/door";
import { idempotencyKey } from "./idempotency-key";
import { route, type Reply, type Route } from "./route";

const params = z.object({ journeyId: id });
const workspace = "/workspaces/{slug}" as const;
const all = `${workspace}/journeys` as const;
const one = `${all}/{journeyId}` as const;

async function summaryReply(
  status: 200 | 201,
  ids: { workspaceId: string; journeyId: string },
): Promise<Reply> {
  const body = await findSummary(ids);
  return body ? { status, body } : refused("not_found");
}

/** Journeys: the registry, and the maps as plain values. */
export const journeyRoutes: Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "journey:list",
    summary: "List the journeys",
    query: z.strictObject({
      state: journeyListState.default("active"),
      /** Only journeys with touchpoints that nobody is responsible for. */
      owner: z.literal("none").optional(),
    }),
    answers: { 200: journeyList },
    handle: async ({ workspace, query: { state, owner = null } }) => {
      const filter = { workspaceId: workspace.id, state, owner };
      const journeys = await listJourneys(filter);
      return { status: 200, body: { journeys } };
    },
  }),
  route({
    method: "get",
    path: `${workspace}/attention`,
    who: "workspace",
    action: "journey:list",
    summary: "See which active journeys need somebody first, and why",
    answers: { 200: attentionList },
    handle: async ({ workspace: { id: workspaceId } }) => {
      const journeys = await listAttention({ workspaceId });
      return { status: 200, body: { journeys } };
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "journey:create",
    summary: "Make a journey from a template, from nothing or out of another",
    body: newJourney,
    answers: { 201: journeySummary },
    handle: async ({ workspace, caller, body }) => {
      const result = await createJourney(caller, {
        title: body.title ?? "",
        source: body.source,
        locale: body.locale ?? workspace.locale,
        personaId: body.personaId ?? null,
        state: body.state ?? null,
      });
      if (!result.ok) return result;
      const { journeyId } = result;
      return summaryReply(201, { workspaceId: workspace.id, journeyId });
    },
  }),
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "journey:read",
    summary: "Read a journey with its map",
    params,
    answers: { 200: journeyDetail },
    handle: async ({ workspace, params: { journeyId } }) => {
      const ids = { workspaceId: workspace.id, journeyId };
      const journey = await findSummary(ids);
      if (!journey || journey.deletedAt) return refused("not_found");
      const { map, seq } = await readDocument(journeyId);
      return { status: 200, body: { journey, map, seq } };
    },
  }),
  route({
    method: "patch",
    path: one,
    who: "workspace",
    action: "journey:edit",
    summary: "Archive a journey or name its keeper",
    params,
    body: journeyChange,
    answers: { 200: journeySummary },
    handle: async ({ workspace, caller, params: { journeyId }, body }) => {
      const result = await changeJourney(caller, { journeyId, ...body });
      if (!result.ok) return result;
      return summaryReply(200, { workspaceId: workspace.id, journeyId });
    },
  }),
  route({
    method: "delete",
    path: one,
    who: "workspace",
    action: "journey:delete",
    summary: "Put a journey into the bin",
    params,
    answers: { 204: null },
    handle: async ({ caller, params: { journeyId } }) => {
      const result = await deleteJourney(caller, journeyId);
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "post",
    path: `${one}/restore`,
    who: "workspace",
    action: "journey:restore",
    summary: "Take a journey out of the bin",
    params,
    answers: { 200: journeySummary },
    handle: async ({ workspace, caller, params: { journeyId } }) => {
      const result = await restoreJourney(caller, journeyId);
      if (!result.ok) return result;
      return summaryReply(200, { workspaceId: workspace.id, journeyId });
    },
  }),
  route({
    method: "patch",
    path: `${one}/cards/{cardId}/task`,
    who: "workspace",
    action: "journey:edit",
    summary: "Say how far a task is, whose it is and when it is due",
    params: params.extend({ cardId: id.refine(isId) }),
    body: taskChange,
    example: { status: "doing", due: "2026-12-24" },
    answers: { 200: z.object({ seq: z.number().int() }) },
    handle: async ({
      caller,
      params: { journeyId, cardId },
      body,
      request,
    }) => {
      const key = idempotencyKey(request);
      if (!key.ok) return key;
      const change = {
        journeyId,
        cardId: cardId as CardId,
        change: body,
        idemKey: key.idemKey,
      };
      const result = await changeTask(caller, change);
      return result.ok ? { status: 200, body: { seq: result.seq } } : result;
    },
  }),
];
