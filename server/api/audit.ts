import { auditList, auditQuery } from "@/lib/api/workspaces";
import { listAuditEvents } from "@/server/queries/audit-events";
import { route, type Route } from "./route";

const listRoute = route({
  method: "get",
  path: "/workspaces/{slug}/audit",
  who: "workspace",
  action: "audit:read",
  summary: "Who did what, and who was turned away",
  query: auditQuery,
  answers: { 200: auditList },
  handle: async ({ workspace, query: { cursor = null, limit } }) => ({
    status: 200,
    body: await listAuditEvents({ workspaceId: workspace.id, cursor, limit }),
  }),
});

/** The record of a workspace. */
export const auditRoutes: readonly Route[] = [listRoute];
