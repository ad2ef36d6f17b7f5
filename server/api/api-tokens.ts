import * as z from "zod";
import { can } from "@/lib/access/can";
import { id } from "@/lib/api/fields";
import { apiTokenBody, apiTokenList, apiTokenMade } from "@/lib/api/workspaces";
import { createApiToken } from "@/server/commands/create-api-token";
import { revokeApiToken } from "@/server/commands/revoke-api-token";
import { listApiTokens } from "@/server/queries/api-tokens";
import { route, type Route } from "./route";

const listRoute = route({
  method: "get",
  path: "/workspaces/{slug}/api-tokens",
  who: "workspace",
  action: "token:list",
  summary: "Your tokens; for admins and owners everybody's",
  answers: { 200: apiTokenList },
  handle: async ({ actor, workspace }) => ({
    status: 200,
    body: {
      tokens: await listApiTokens({
        workspaceId: workspace.id,
        userId: can(actor, "token:list-all") ? null : actor.userId,
      }),
    },
  }),
});

const createRoute = route({
  method: "post",
  path: "/workspaces/{slug}/api-tokens",
  who: "workspace",
  action: "token:create",
  summary: "Make a token for a program; its secret is shown this once",
  body: apiTokenBody,
  answers: { 201: apiTokenMade },
  handle: async ({ caller, actor, workspace, body }) => {
    const made = await createApiToken(caller, body);
    if (!made.ok) return made;
    const mine = await listApiTokens({
      workspaceId: workspace.id,
      userId: actor.userId,
    });
    const token = mine.find((one) => one.id === made.id);
    return { status: 201, body: { ...token, secret: made.secret } };
  },
});

const revokeRoute = route({
  method: "delete",
  path: "/workspaces/{slug}/api-tokens/{id}",
  who: "workspace",
  action: "token:revoke",
  summary: "End a token",
  params: z.object({ id }),
  answers: { 204: null },
  handle: async ({ caller, params }) => {
    const outcome = await revokeApiToken(caller, params.id);
    return outcome.ok ? { status: 204 } : outcome;
  },
});

/** Keys for programs. */
export const apiTokenRoutes: readonly Route[] = [
  listRoute,
  createRoute,
  revokeRoute,
];
