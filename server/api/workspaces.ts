import {
  reAuthBody,
  transferBody,
  workspaceBody,
  workspaceDetail,
  workspaceList,
  workspaceMade,
  workspacePatch,
} from "@/lib/api/workspaces";
import { changeWorkspace } from "@/server/commands/change-workspace";
import { createWorkspace } from "@/server/commands/create-workspace";
import { deleteWorkspace } from "@/server/commands/delete-workspace";
import { transferWorkspace } from "@/server/commands/transfer-workspace";
import { refused } from "@/server/errors";
import { findWorkspace, listWorkspaces } from "@/server/queries/workspaces";
import { route, type Reply, type Route } from "./route";

async function showWorkspace(actor: {
  workspaceId: string;
  userId: string;
}): Promise<Reply> {
  const { workspaceId, userId } = actor;
  const body = await findWorkspace({ workspaceId, userId });
  return body ? { status: 200, body } : refused("not_found");
}

const listRoute = route({
  method: "get",
  path: "/workspaces",
  who: "caller",
  action: null,
  summary: "The workspaces that you belong to",
  answers: { 200: workspaceList },
  handle: async ({ identity }) => {
    const { userId } = identity;
    const onlyId = identity.kind === "token" ? identity.workspaceId : null;
    return {
      status: 200,
      body: { workspaces: await listWorkspaces({ userId, onlyId }) },
    };
  },
});

const createRoute = route({
  method: "post",
  path: "/workspaces",
  who: "account",
  action: "workspace:create",
  summary: "Make a workspace of your own",
  body: workspaceBody,
  answers: { 201: workspaceMade },
  handle: async ({ identity: { userId }, caller, body }) => {
    const made = await createWorkspace({ caller, userId, ...body });
    return { status: 201, body: { slug: made.slug } };
  },
});

const readRoute = route({
  method: "get",
  path: "/workspaces/{slug}",
  who: "workspace",
  action: "workspace:read",
  summary: "One workspace",
  answers: { 200: workspaceDetail },
  handle: ({ actor }) => showWorkspace(actor),
});

const changeRoute = route({
  method: "patch",
  path: "/workspaces/{slug}",
  who: "workspace",
  action: "workspace:change",
  summary: "Rename a workspace, set its language or its policy on links",
  body: workspacePatch,
  answers: { 200: workspaceDetail },
  handle: async ({ caller, actor, body }) => {
    const outcome = await changeWorkspace(caller, body);
    return outcome.ok ? showWorkspace(actor) : outcome;
  },
});

const deleteRoute = route({
  method: "delete",
  path: "/workspaces/{slug}",
  who: "workspace",
  action: "workspace:delete",
  summary: "Delete a workspace with everything in it",
  body: reAuthBody,
  answers: { 204: null },
  handle: async ({ caller, body }) => {
    const outcome = await deleteWorkspace(caller, body.password);
    return outcome.ok ? { status: 204 } : outcome;
  },
});

const transferRoute = route({
  method: "post",
  path: "/workspaces/{slug}/transfer",
  who: "workspace",
  action: "workspace:transfer",
  summary: "Make another member owner in your place",
  body: transferBody,
  answers: { 204: null },
  handle: async ({ caller, body }) => {
    const outcome = await transferWorkspace(caller, body);
    return outcome.ok ? { status: 204 } : outcome;
  },
});

/** Workspaces as wholes. */
export const workspaceRoutes: readonly Route[] = [
  listRoute,
  createRoute,
  readRoute,
  changeRoute,
  deleteRoute,
  transferRoute,
];
