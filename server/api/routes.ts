import { mappingRoutes } from "./mapping-routes";
import { accountRoutes } from "./account";
import { meRoutes } from "./me";
import type { Route } from "./route";

/** Every route of /api/v1, in the order of the page about it. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...meRoutes,
  ...mappingRoutes,
];
