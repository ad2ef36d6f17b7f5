import { can } from "@/lib/access/can";
import { memberList, memberParams, rolePatch } from "@/lib/api/workspaces";
import { changeRole } from "@/server/commands/change-role";
import { removeMember } from "@/server/commands/remove-member";
import { listMembers } from "@/server/queries/workspaces";
import { route, type Route } from "./route";

const listRoute = route({
  method: "get",
  path: "/workspaces/{slug}/members",
  who: "workspace",
  action: "member:list",
  summary: "Who belongs to the workspace; addresses for editors and above",
  answers: { 200: memberList },
  handle: async ({ actor, workspace }) => ({
    status: 200,
    body: {
      members: await listMembers({
        workspaceId: workspace.id,
        withEmails: can(actor, "member:emails"),
      }),
    },
  }),
});

const roleRoute = route({
  method: "patch",
  path: "/workspaces/{slug}/members/{userId}",
  who: "workspace",
  action: "member:role",
  summary: "Give a member another role",
  params: memberParams,
  body: rolePatch,
  answers: { 204: null },
  handle: async ({ caller, params, body }) => {
    const outcome = await changeRole(caller, { ...params, ...body });
    return outcome.ok ? { status: 204 } : outcome;
  },
});

const removeRoute = route({
  method: "delete",
  path: "/workspaces/{slug}/members/{userId}",
  who: "workspace",
  action: "member:remove",
  summary: "Remove a member, or leave",
  params: memberParams,
  answers: { 204: null },
  handle: async ({ caller, params }) => {
    const outcome = await removeMember(caller, params.userId);
    return outcome.ok ? { status: 204 } : outcome;
  },
});

/** Who belongs to a workspace. */
export const memberRoutes: readonly Route[] = [
  listRoute,
  roleRoute,
  removeRoute,
];
