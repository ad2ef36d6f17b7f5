import * as z from "zod";
import type { InsideActor } from "@/lib/access/actors";
import {
  evidenceChange,
  evidenceItem,
  evidenceList,
  evidenceMove,
  evidenceMoved,
  evidenceSummary,
  newEvidence,
} from "@/lib/api/evidence";
import { id } from "@/lib/api/fields";
import { isJourneyHere } from "@/server/commands/is-journey-here";
import {
  changeEvidence,
  createEvidence,
  moveEvidence,
  removeEvidence,
} from "@/server/commands/save-evidence";
import { refused } from "@/server/errors";
import {
  evidencePlaceOf,
  findEvidence,
  listEvidence,
} from "@/server/queries/evidence";
import {
  readEvidenceGroups,
  readPersonaGroups,
} from "@/server/queries/evidence-groups";
import { readFunnelCounts } from "@/server/queries/funnel-counts";
import { seenVersion, versionConflict, versioned } from "./if-match";
import { pageLimit } from "./list-query";
import { route, type Reply, type Route } from "./route";

const all = "/workspaces/{slug}/evidence" as const;
const one = `${all}/{evidenceId}` as const;
const ofJourney = "/workspaces/{slug}/journeys/{journeyId}/evidence" as const;
const params = z.object({ evidenceId: id });
const journeyParams = z.object({ journeyId: id });
const defaultLimit = 50;

const query = z.strictObject({
  journey: id.optional(),
  touchpoint: id.optional(),
  persona: id.optional(),
  cursor: z.string().max(100).optional(),
  limit: pageLimit.default(defaultLimit),
});

async function itemReply(
  status: 200 | 201,
  wanted: { actor: InsideActor; evidenceId: string },
): Promise<Reply> {
  return versioned(await findEvidence(wanted), status);
}

/** Evidence: what is known about touchpoints and personas, and the sums that curves rest on. */
export const evidenceRoutes: readonly Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "evidence:read",
    summary:
      "List evidence of a journey, a touchpoint or a persona, newest first",
    query,
    answers: { 200: evidenceList },
    handle: async ({ actor, query: asked }) => {
      const { cursor, limit } = asked;
      const after = cursor === undefined ? null : evidencePlaceOf(cursor);
      if (cursor !== undefined && after === null) return refused("invalid");
      const filter = {
        actor,
        journeyId: asked.journey ?? null,
        touchpointId: asked.touchpoint ?? null,
        personaId: asked.persona ?? null,
      };
      return {
        status: 200,
        body: await listEvidence(filter, { after, limit }),
      };
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "evidence:create",
    summary: "Write down evidence for a touchpoint or a persona",
    body: newEvidence,
    example: {
      journeyId: "0198c000-0000-7000-8000-000000000001",
      touchpointId: "0198c000-0000-7000-8000-000000000002",
      kind: "hard",
      origin: "survey",
      value: 4.2,
      scale: { low: 1, high: 5, isHighBad: false, isShare: false },
      sd: 0.9,
      n: 120,
      source: "Survey after delivery",
      heldOn: "2026-10-31",
    },
    answers: { 201: evidenceItem },
    handle: async ({ caller, actor, body }) => {
      const result = await createEvidence(caller, body);
      if (!result.ok) return result;
      return itemReply(201, { actor, evidenceId: result.evidenceId });
    },
  }),
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "evidence:read",
    summary: "Read a piece of evidence",
    params,
    answers: { 200: evidenceItem },
    handle: ({ actor, params: { evidenceId } }) =>
      itemReply(200, { actor, evidenceId }),
  }),
  route({
    method: "patch",
    path: one,
    who: "workspace",
    action: "evidence:change",
    summary:
      "Change a piece of evidence; If-Match names the version that was seen",
    params,
    body: evidenceChange,
    answers: { 200: evidenceItem },
    handle: async ({ caller, params: { evidenceId }, body, request, info }) => {
      const seen = seenVersion(request);
      if (!seen.ok) return seen;
      const { version } = seen;
      const asked = { evidenceId, version, change: body };
      const result = await changeEvidence(caller, asked);
      if (result.ok) return versioned(result.evidence);
      switch (result.reason) {
        case "version_conflict":
          return versionConflict(info, result.current);
        case "invalid":
          return { ...result, errors: [{ path: result.path, code: "custom" }] };
        default:
          return result;
      }
    },
  }),
  route({
    method: "delete",
    path: one,
    who: "workspace",
    action: "evidence:change",
    summary: "Delete a piece of evidence",
    params,
    answers: { 204: null },
    handle: async ({ caller, params: { evidenceId } }) => {
      const asked = { evidenceId, isRemoved: true };
      const result = await removeEvidence(caller, asked);
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "post",
    path: `${one}/restore`,
    who: "workspace",
    action: "evidence:change",
    summary: "Bring a deleted piece of evidence back",
    params,
    answers: { 200: evidenceItem },
    handle: async ({ caller, actor, params: { evidenceId } }) => {
      const asked = { evidenceId, isRemoved: false };
      const result = await removeEvidence(caller, asked);
      return result.ok ? itemReply(200, { actor, evidenceId }) : result;
    },
  }),
  route({
    method: "get",
    path: ofJourney,
    who: "workspace",
    action: "evidence:read",
    summary:
      "Read the evidence of a journey summed up by touchpoint and persona",
    params: journeyParams,
    answers: { 200: evidenceSummary },
    handle: async ({ workspace, params: { journeyId } }) => {
      const ids = { workspaceId: workspace.id, journeyId };
      if (!(await isJourneyHere(ids.workspaceId, journeyId)))
        return refused("not_found");
      const [groups, personas, funnel] = await Promise.all([
        readEvidenceGroups(ids),
        readPersonaGroups(ids),
        readFunnelCounts(ids),
      ]);
      return { status: 200, body: { groups, personas, funnel } };
    },
  }),
  route({
    method: "post",
    path: `${ofJourney}/move`,
    who: "workspace",
    action: "journey:edit",
    summary:
      "Let all evidence of one touchpoint be about another one of the map",
    params: journeyParams,
    body: evidenceMove,
    answers: { 200: evidenceMoved },
    handle: async ({ caller, params: { journeyId }, body }) => {
      const result = await moveEvidence(caller, { journeyId, ...body });
      return result.ok
        ? { status: 200, body: { moved: result.moved } }
        : result;
    },
  }),
];
