import * as z from "zod";
import { id } from "@/lib/api/fields";
import { mapId } from "@/lib/api/map-fields";
import { digestWish, personalPage, personalTaskChange } from "@/lib/api/person";
import type { CardId } from "@/lib/journey/ids";
import { tickTask } from "@/server/commands/tick-task";
import { wishDigest } from "@/server/commands/wish-digest";
import { findPersonalPage } from "@/server/queries/person";
import { route, type Route } from "./route";

/** What a stakeholder without an account may do, with the secret of their personal link as a bearer token. */
export const personRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/person",
    who: "person",
    action: "duty:read",
    summary: "Your touchpoints and tasks, by the secret of a personal link",
    answers: { 200: personalPage },
    handle: async ({ person }) => ({
      status: 200,
      body: await findPersonalPage(person),
    }),
  }),
  route({
    method: "put",
    path: "/person/tasks/{journeyId}/{cardId}",
    who: "person",
    action: "duty:change",
    summary: "Tick one of your tasks off, or take it up again",
    params: z.object({ journeyId: id, cardId: mapId<CardId>() }),
    body: personalTaskChange,
    answers: { 204: null },
    handle: async ({ caller, params, body }) => {
      const result = await tickTask(caller, { ...params, ...body });
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "put",
    path: "/person/digest",
    who: "person",
    action: "duty:change",
    summary: "Stop the weekly mail to you, or start it again",
    body: digestWish,
    answers: { 204: null },
    handle: async ({ caller: { actor }, body }) => {
      await wishDigest(actor, body.isStopped);
      return { status: 204 };
    },
  }),
];
