import { logger } from "@/server/logger";
import { unsafeOrigins } from "./site";

/** Says at the start which of our addresses others in their network can listen in on. */
export function warnOfPlainHttp(): void {
  for (const origin of unsafeOrigins())
    logger().warn(
      { origin },
      "no https: whoever shares the network can read along, sign-ins included",
    );
}
