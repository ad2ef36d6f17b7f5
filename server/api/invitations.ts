import * as z from "zod";
import { linkToken } from "@/lib/api/account";
import { id } from "@/lib/api/fields";
import {
  invitationBody,
  invitationItem,
  invitationList,
  invitationView,
  workspaceMade,
} from "@/lib/api/workspaces";
import { createInvitation } from "@/server/commands/create-invitation";
import { revokeInvitation } from "@/server/commands/revoke-invitation";
import { acceptInvitation } from "@/server/commands/use-invitation";
import { listInvitations, viewInvitation } from "@/server/queries/invitations";
import { route, type Route } from "./route";

const listRoute = route({
  method: "get",
  path: "/workspaces/{slug}/invitations",
  who: "workspace",
  action: "invitation:list",
  summary: "Invitations that nobody has used yet, with their links",
  answers: { 200: invitationList },
  handle: async ({ workspace: { id: workspaceId } }) => ({
    status: 200,
    body: { invitations: await listInvitations({ workspaceId, id: null }) },
  }),
});

const createRoute = route({
  method: "post",
  path: "/workspaces/{slug}/invitations",
  who: "workspace",
  action: "invitation:create",
  summary:
    "Make a link by which one person can join; mailed to an address if given",
  body: invitationBody,
  answers: { 201: invitationItem },
  handle: async ({ caller, workspace: { id: workspaceId }, body }) => {
    const made = await createInvitation(caller, body);
    if (!made.ok) return made;
    const [invitation] = await listInvitations({ workspaceId, id: made.id });
    return { status: 201, body: invitation };
  },
});

const revokeRoute = route({
  method: "delete",
  path: "/workspaces/{slug}/invitations/{id}",
  who: "workspace",
  action: "invitation:revoke",
  summary: "Take an invitation back",
  params: z.object({ id }),
  answers: { 204: null },
  handle: async ({ caller, params }) => {
    const outcome = await revokeInvitation(caller, params.id);
    return outcome.ok ? { status: 204 } : outcome;
  },
});

const viewRoute = route({
  method: "get",
  path: "/invitations/{token}",
  who: "anyone",
  action: null,
  summary: "What an invitation's link invites to",
  params: z.object({ token: linkToken }),
  answers: { 200: invitationView },
  handle: async ({ params }) => {
    const outcome = await viewInvitation(params);
    return outcome.ok ? { status: 200, body: outcome.view } : outcome;
  },
});

const acceptRoute = route({
  method: "post",
  path: "/invitations/{token}/accept",
  who: "account",
  action: "account:change",
  summary: "Join by an invitation",
  params: z.object({ token: linkToken }),
  body: z.strictObject({}).optional(),
  answers: { 200: workspaceMade },
  handle: async ({ identity: { userId }, caller, params }) => {
    const outcome = await acceptInvitation({ ...params, userId, caller });
    return outcome.ok ? { status: 200, body: { slug: outcome.slug } } : outcome;
  },
});

/** Ways into a workspace. */
export const invitationRoutes: readonly Route[] = [
  listRoute,
  createRoute,
  revokeRoute,
  viewRoute,
  acceptRoute,
];
