import { mappingRoutes } from "./mapping-routes";
import { accountRoutes } from "./account";
import { apiTokenRoutes } from "./api-tokens";
import { auditRoutes } from "./audit";
import { invitationRoutes } from "./invitations";
import { meRoutes } from "./me";
import { memberRoutes } from "./members";
import type { Route } from "./route";
import { workspaceRoutes } from "./workspaces";

/** Every route of /api/v1, in the order of the page about it. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...meRoutes,
  ...workspaceRoutes,
  ...memberRoutes,
  ...invitationRoutes,
  ...apiTokenRoutes,
  ...auditRoutes,
  ...mappingRoutes,
];
