import { channelRoutes } from "./channels";
import { fileRoutes } from "./files";
import { mineRoutes } from "./mine";
import { personaRoutes } from "./personas";
import type { Route } from "./route";
import { stakeholderRoutes } from "./stakeholders";
import { templateRoutes } from "./templates";
import { touchpointRoutes } from "./touchpoints";

/** The routes around maps, apart from those about people and their workspaces. */
export const mappingRoutes: readonly Route[] = [
  ...personaRoutes,
  ...stakeholderRoutes,
  ...channelRoutes,
  ...touchpointRoutes,
  ...mineRoutes,
  ...fileRoutes,
  ...templateRoutes,
];
