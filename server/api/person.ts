import * as z from "zod";
import { id } from "@/lib/api/fields";
import { mapId } from "@/lib/api/map-fields";
import { personalPulseAnswer } from "@/lib/api/pulses";
import { digestWish, personalPage, personalTaskChange } from "@/lib/api/person";
import type { CardId } from "@/lib/journey/ids";
import { answerPulse } from "@/server/commands/answer-pulse";
import { tickTask } from "@/server/commands/tick-task";
import { wishDigest } from "@/server/commands/wish-digest";
import { findPersonalPage } from "@/server/queries/person";
import { isAskedPulse } from "@/server/queries/personal-pulses";
import { refused } from "@/server/errors";
import { personalKey } from "@/server/pulse/tokens";
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
    path: "/person/pulses/{pulseId}/{touchpointId}",
    who: "person",
    action: "duty:change",
    summary: "Answer a pulse about one of your touchpoints, once",
    params: z.object({ pulseId: id, touchpointId: id }),
    body: personalPulseAnswer,
    answers: { 204: null },
    handle: async ({ person, caller, params, body }) => {
      const { workspaceId, stakeholderId } = person;
      const asked = { ...params, stakeholderId };
      // Of a question that is not theirs they are not told that there is one.
      if (!(await isAskedPulse({ ...asked, workspaceId })))
        return refused("not_found");
      const key = personalKey(asked);
      const result = await answerPulse(caller, { ...params, ...body, key });
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
