import * as z from "zod";
import { id } from "@/lib/api/fields";
import { mapId } from "@/lib/api/map-fields";
import {
  handedOver,
  handOverPreview as handOverPreviewShape,
  handOverRequest,
  ownerChanges,
  ownersChanged,
  responsibilities,
  stakeholderDuties,
} from "@/lib/api/ownership";
import type { StakeholderId } from "@/lib/journey/ids";
import { changeOwners } from "@/server/commands/change-owners";
import { handOver } from "@/server/commands/hand-over";
import { refused } from "@/server/errors";
import { handOverPreview } from "@/server/queries/hand-over";
import { findDuties } from "@/server/queries/mine";
import { listResponsibilities } from "@/server/queries/responsibilities";
import { findStakeholder } from "@/server/queries/stakeholders";
import { minSeq, readable } from "./own-write";
import { route, type Route } from "./route";

const one = "/workspaces/{slug}/stakeholders/{stakeholderId}" as const;
const params = z.object({ stakeholderId: mapId<StakeholderId>() });

const isKnown = async (workspaceId: string, stakeholderId: string) =>
  (await findStakeholder({ workspaceId, stakeholderId, withEmail: false })) !==
  null;

/** Who owns what across the maps of a workspace, and how that changes. */
export const ownershipRoutes: Route[] = [
  route({
    method: "get",
    path: `${one}/duties`,
    who: "workspace",
    action: "journey:list",
    summary: "Touchpoints and open tasks of a stakeholder in active journeys",
    params,
    answers: { 200: stakeholderDuties },
    handle: async ({ workspace, params: { stakeholderId } }) => {
      const filter = { workspaceId: workspace.id, stakeholderId };
      if (!(await isKnown(workspace.id, stakeholderId)))
        return refused("not_found");
      const body = await findDuties({ ...filter, withFinished: false });
      return { status: 200, body };
    },
  }),
  route({
    method: "get",
    path: `${one}/hand-over`,
    who: "workspace",
    action: "journey:list",
    summary: "Count what would be handed over, journey by journey",
    params,
    answers: { 200: handOverPreviewShape },
    handle: async ({ workspace, params: { stakeholderId } }) => {
      const filter = { workspaceId: workspace.id, stakeholderId };
      if (!(await isKnown(workspace.id, stakeholderId)))
        return refused("not_found");
      return { status: 200, body: await handOverPreview(filter) };
    },
  }),
  route({
    method: "post",
    path: `${one}/hand-over`,
    who: "workspace",
    action: "journey:edit",
    summary:
      "Give another stakeholder everything that this one is responsible for or involved in, and their open tasks; repeating does what is left",
    params,
    body: handOverRequest,
    answers: { 200: handedOver },
    handle: async ({ caller, params: { stakeholderId }, body }) => {
      const { to, journeys = null } = body;
      const result = await handOver(caller, {
        from: stakeholderId,
        to,
        journeys,
      });
      return result.ok ? { status: 200, body: result } : result;
    },
  }),
  route({
    method: "get",
    path: "/workspaces/{slug}/responsibilities",
    who: "workspace",
    action: "journey:list",
    summary:
      "Count what nobody is responsible for, by stage; with `journey` also who has a part",
    query: z.strictObject({ journey: id.optional(), minSeq }),
    answers: { 200: responsibilities },
    handle: async ({ workspace, query }) => {
      const rows = await readable(workspace.id, query);
      if (!rows.ok) return rows;
      const journeyId = query.journey ?? null;
      const filter = { workspaceId: workspace.id, journeyId };
      return { status: 200, body: await listResponsibilities(filter) };
    },
  }),
  route({
    method: "post",
    path: "/workspaces/{slug}/owners",
    who: "workspace",
    action: "journey:edit",
    summary:
      "Change who owns touchpoints, across journeys; says what was changed and what could not be",
    body: ownerChanges,
    example: {
      replace: true,
      changes: [
        {
          journeyId: "5f4f6a52-9f0c-4f0e-8a35-0b9f5c1f7d11",
          touchpointId: "0c9f5c1f-7d11-4f0e-8a35-5f4f6a529f0c",
          stakeholderId: "8a355f4f-6a52-4f0e-9f0c-0b9f5c1f7d11",
          role: "responsible",
        },
      ],
    },
    answers: { 200: ownersChanged },
    handle: async ({ caller, body }) => {
      const result = await changeOwners(caller, body);
      return result.ok ? { status: 200, body: result } : result;
    },
  }),
];
