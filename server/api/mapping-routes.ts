import { activityRoutes } from "./activity";
import { channelRoutes } from "./channels";
import { commentRoutes } from "./comments";
import { evaluationRoutes } from "./evaluation";
import { evidenceRoutes } from "./evidence";
import { fileRoutes } from "./files";
import { importRoutes } from "./imports";
import { inboxRoutes } from "./inbox";
import { journeyRoutes } from "./journeys";
import { mapBulkRoute } from "./map-bulk";
import { mapRoutes } from "./map-routes";
import { mineRoutes } from "./mine";
import { opportunityRoutes } from "./opportunities";
import { ownershipRoutes } from "./ownership";
import { personRoutes } from "./person";
import { personaRoutes } from "./personas";
import { pulseRoutes } from "./pulses";
import { reviewRoutes } from "./reviews";
import { personalLinkRoutes } from "./personal-links";
import type { Route } from "./route";
import { searchRoutes } from "./search";
import { seatRoutes } from "./seats";
import { shareLinkRoutes } from "./share-links";
import { stakeholderRoutes } from "./stakeholders";
import { taskRoutes } from "./tasks";
import { templateRoutes } from "./templates";
import { touchpointRoutes } from "./touchpoints";
import { versionRoutes } from "./versions";
import { viewRoutes } from "./views";

/** The routes around maps, apart from those about people and their workspaces. */
export const mappingRoutes: readonly Route[] = [
  ...journeyRoutes,
  ...mapRoutes,
  mapBulkRoute,
  ...seatRoutes,
  ...versionRoutes,
  ...evaluationRoutes,
  ...reviewRoutes,
  ...evidenceRoutes,
  ...importRoutes,
  ...commentRoutes,
  ...inboxRoutes,
  ...activityRoutes,
  ...viewRoutes,
  ...shareLinkRoutes,
  ...personaRoutes,
  ...searchRoutes,
  ...stakeholderRoutes,
  ...channelRoutes,
  ...touchpointRoutes,
  ...mineRoutes,
  ...taskRoutes,
  ...opportunityRoutes,
  ...ownershipRoutes,
  ...personalLinkRoutes,
  ...personRoutes,
  ...pulseRoutes,
  ...fileRoutes,
  ...templateRoutes,
];
