import * as z from "zod";
import { can, mayEver } from "@/lib/access/can";
import { id } from "@/lib/api/fields";
import {
  askedPulse,
  newPulse,
  pulseAnswer,
  pulseChange,
  pulseComments,
  pulseInfo,
  pulseList,
  pulseStanding,
} from "@/lib/api/pulses";
import { answerPulse } from "@/server/commands/answer-pulse";
import {
  changePulse,
  clearPulseComment,
  revokePulse,
} from "@/server/commands/change-pulse";
import { createPulse } from "@/server/commands/create-pulse";
import { isJourneyHere } from "@/server/commands/is-journey-here";
import { refused } from "@/server/errors";
import { dataHeaders } from "@/server/http/headers";
import { askedBy } from "@/server/pulse/find-pulse";
import { qrSvg } from "@/server/pulse/qr";
import {
  findPulseInfo,
  listPulses,
  readPulseComments,
} from "@/server/queries/pulses";
import { momentPlaceOf } from "@/server/queries/moment-cursor";
import { pageLimit } from "./list-query";
import { route, type Route } from "./route";

const all = "/workspaces/{slug}/journeys/{journeyId}/pulses" as const;
const one = "/workspaces/{slug}/pulses/{pulseId}" as const;
const ofJourney = z.object({ journeyId: id });
const params = z.object({ pulseId: id });
const pulsesAtOnce = 20;
const commentsAtOnce = 20;

const listQuery = z.strictObject({
  /** Only pulses that ask about it. */
  touchpoint: id.optional(),
  standing: pulseStanding.default("all"),
  cursor: z.string().max(100).optional(),
  limit: pageLimit.default(pulsesAtOnce),
});

const commentsQuery = z.strictObject({
  /** Only what is about it; a cursor belongs to one. */
  touchpoint: id.optional(),
  cursor: id.optional(),
  limit: pageLimit.default(commentsAtOnce),
});

/** Pulses: links that ask colleagues or customers how touchpoints feel, and what came of them. */
export const pulseRoutes: readonly Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "pulse:read",
    summary: "List the pulses of a journey with what came of them",
    params: ofJourney,
    query: listQuery,
    answers: { 200: pulseList },
    handle: async ({ workspace, actor, params: { journeyId }, query }) => {
      const {
        cursor,
        limit,
        standing,
        touchpoint: touchpointId = null,
      } = query;
      const after = cursor === undefined ? null : momentPlaceOf(cursor);
      if (cursor !== undefined && after === null) return refused("invalid");
      if (!(await isJourneyHere(workspace.id, journeyId)))
        return refused("not_found");
      const { allowPublicLinks } = workspace;
      const found = await listPulses(
        { actor, allowPublicLinks, journeyId, touchpointId, standing },
        { after, limit },
      );
      return { status: 200, body: { ...found, allowed: allowPublicLinks } };
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "pulse:create",
    summary: "Make a pulse: a link that asks how touchpoints feel",
    params: ofJourney,
    body: newPulse,
    example: {
      name: "At the till",
      audience: "customers",
      touchpointIds: ["0198c000-0000-7000-8000-000000000002"],
      locale: "nl",
    },
    answers: { 201: pulseInfo },
    handle: async ({ workspace, actor, caller, params: at, body }) => {
      const { allowPublicLinks } = workspace;
      const request = { ...body, ...at, allowPublicLinks };
      const result = await createPulse(caller, request);
      if (!result.ok) return result;
      const { pulseId } = result;
      const made = await findPulseInfo({ actor, allowPublicLinks, pulseId });
      return made ? { status: 201, body: made } : refused("not_found");
    },
  }),
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "pulse:read",
    summary: "Read a pulse with what came of it",
    params,
    answers: { 200: pulseInfo },
    handle: async ({ workspace, actor, params: { pulseId } }) => {
      const { allowPublicLinks } = workspace;
      const found = await findPulseInfo({ actor, allowPublicLinks, pulseId });
      return found ? { status: 200, body: found } : refused("not_found");
    },
  }),
  route({
    method: "patch",
    path: one,
    who: "workspace",
    action: "pulse:change",
    summary: "Rename, close or reopen a pulse, or set its days and frames",
    params,
    body: pulseChange,
    answers: { 200: pulseInfo },
    handle: async ({ workspace, actor, caller, params: at, body }) => {
      const { allowPublicLinks } = workspace;
      const asked = { ...at, allowPublicLinks };
      const result = await changePulse(caller, asked, body);
      if (!result.ok) return result;
      const after = await findPulseInfo({ actor, ...asked });
      return after ? { status: 200, body: after } : refused("not_found");
    },
  }),
  route({
    method: "delete",
    path: one,
    who: "workspace",
    action: "pulse:change",
    summary: "Revoke a pulse for good; what was answered stays",
    params,
    answers: { 204: null },
    handle: async ({ workspace, caller, params: at }) => {
      const { allowPublicLinks } = workspace;
      const result = await revokePulse(caller, { ...at, allowPublicLinks });
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "get",
    path: `${one}/code`,
    who: "workspace",
    action: "pulse:change",
    summary: "The address of a pulse as a QR code (SVG)",
    params,
    answers: { 200: null },
    handle: async ({ workspace, actor, params: { pulseId } }) => {
      const { allowPublicLinks } = workspace;
      if (!can(actor, "pulse:change", { allowPublicLinks }))
        return refused(
          mayEver(actor, "pulse:change") ? "public_links_off" : "forbidden",
        );
      const found = await findPulseInfo({ actor, allowPublicLinks, pulseId });
      if (!found?.url) return refused("not_found");
      return new Response(qrSvg(found.url), {
        headers: {
          ...dataHeaders,
          "content-type": "image/svg+xml",
          "content-disposition": `inline; filename="pulse.svg"`,
        },
      });
    },
  }),
  route({
    method: "get",
    path: `${one}/comments`,
    who: "workspace",
    action: "pulse:read",
    summary: "Read what respondents wrote, where there are answers enough",
    params,
    query: commentsQuery,
    answers: { 200: pulseComments },
    handle: async ({ workspace, actor, params: { pulseId }, query }) => {
      const { id: workspaceId, allowPublicLinks } = workspace;
      const { cursor: after = null, limit } = query;
      const touchpointId = query.touchpoint ?? null;
      if (after !== null && touchpointId === null) return refused("invalid");
      const found = await findPulseInfo({ actor, allowPublicLinks, pulseId });
      if (!found) return refused("not_found");
      const asked = { workspaceId, pulseId, touchpointId };
      const body = await readPulseComments(asked, { after, limit });
      return { status: 200, body };
    },
  }),
  route({
    method: "delete",
    path: `${one}/comments/{answerId}`,
    who: "workspace",
    action: "pulse:change",
    summary: "Delete what a respondent wrote; their face stays",
    params: params.extend({ answerId: id }),
    answers: { 204: null },
    handle: async ({ workspace, caller, params: at }) => {
      const { allowPublicLinks } = workspace;
      const asked = { ...at, allowPublicLinks };
      const result = await clearPulseComment(caller, asked);
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "get",
    path: "/pulse",
    who: "pulse",
    action: "answer:read",
    summary: "What a pulse asks, by the secret of its link",
    answers: { 200: askedPulse },
    handle: ({ pulse }) => ({ status: 200, body: askedBy(pulse) }),
  }),
  route({
    method: "put",
    path: "/pulse/answers",
    who: "pulse",
    action: "answer:create",
    summary:
      "Answer one question of a pulse; the same key again is the same answer",
    body: pulseAnswer,
    answers: { 204: null },
    handle: async ({ caller, body }) => {
      const { pulseId } = caller.actor;
      const result = await answerPulse(caller, { pulseId, ...body });
      return result.ok ? { status: 204 } : result;
    },
  }),
];
