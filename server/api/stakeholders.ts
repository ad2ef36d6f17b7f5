import * as z from "zod";
import { can } from "@/lib/access/can";
import { id } from "@/lib/api/fields";
import {
  stakeholderFields,
  stakeholderList,
  stakeholderListItem,
} from "@/lib/api/stakeholders";
import { archiveStakeholder } from "@/server/commands/archive-stakeholder";
import { changeStakeholder } from "@/server/commands/change-stakeholder";
import { createStakeholder } from "@/server/commands/create-stakeholder";
import {
  findStakeholder,
  listStakeholders,
} from "@/server/queries/stakeholders";
import { seenVersion, versionConflict, versioned } from "./if-match";
import { archivedQuery } from "./list-query";
import { route, type Route } from "./route";

const params = z.object({ stakeholderId: id });
const one = "/workspaces/{slug}/stakeholders/{stakeholderId}" as const;
const all = "/workspaces/{slug}/stakeholders" as const;

const namedOrMember = stakeholderFields
  .partial()
  .refine((fields) => fields.name !== undefined || Boolean(fields.userId), {
    path: ["name"],
  });

/** Stakeholders: the people and teams that can own a touchpoint. */
export const stakeholderRoutes: Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "catalogue:read",
    summary: "List the stakeholders with what each is responsible for",
    query: archivedQuery,
    answers: { 200: stakeholderList },
    handle: async ({ workspace, actor, query }) => {
      const stakeholders = await listStakeholders({
        workspaceId: workspace.id,
        archived: query.archived,
        withEmail: can(actor, "member:emails"),
      });
      return { status: 200, body: { stakeholders } };
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Make a stakeholder, also out of a member by `userId` alone",
    body: namedOrMember,
    answers: { 201: stakeholderListItem },
    handle: async ({ caller, body }) => {
      const result = await createStakeholder(caller, body);
      if (!result.ok) return result;
      return versioned(result.stakeholder, 201);
    },
  }),
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "catalogue:read",
    summary: "Read a stakeholder",
    params,
    answers: { 200: stakeholderListItem },
    handle: async ({ workspace, actor, params: { stakeholderId } }) => {
      const stakeholder = await findStakeholder({
        workspaceId: workspace.id,
        stakeholderId,
        withEmail: can(actor, "member:emails"),
      });
      return versioned(stakeholder);
    },
  }),
  route({
    method: "patch",
    path: one,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Change a stakeholder; If-Match names the version that was seen",
    params,
    body: stakeholderFields.partial(),
    answers: { 200: stakeholderListItem },
    handle: async ({
      caller,
      params: { stakeholderId },
      body,
      request,
      info,
    }) => {
      const seen = seenVersion(request);
      if (!seen.ok) return seen;
      const change = { stakeholderId, version: seen.version, fields: body };
      const result = await changeStakeholder(caller, change);
      if (result.ok) return versioned(result.stakeholder);
      return result.reason === "version_conflict"
        ? versionConflict(info, result.current)
        : result;
    },
  }),
  route({
    method: "delete",
    path: one,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Archive a stakeholder",
    params,
    answers: { 204: null },
    handle: async ({ caller, params: { stakeholderId } }) => {
      const input = { stakeholderId, archived: true };
      const result = await archiveStakeholder(caller, input);
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "post",
    path: `${one}/restore`,
    who: "workspace",
    action: "catalogue:edit",
    summary: "Bring an archived stakeholder back",
    params,
    answers: { 200: stakeholderListItem },
    handle: async ({ workspace, actor, caller, params: { stakeholderId } }) => {
      const input = { stakeholderId, archived: false };
      const result = await archiveStakeholder(caller, input);
      if (!result.ok) return result;
      const stakeholder = await findStakeholder({
        workspaceId: workspace.id,
        stakeholderId,
        withEmail: can(actor, "member:emails"),
      });
      return versioned(stakeholder);
    },
  }),
];
