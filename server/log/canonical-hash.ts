import { createHash } from "node:crypto";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { canonicalJson } from "@/lib/journey/resolve";

/** What two documents must share to hold the same map, its trash included. */
export const canonicalHash = (map: JourneyMap): string =>
  createHash("sha256").update(canonicalJson(map)).digest("hex");
