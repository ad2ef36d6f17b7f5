import { audit, type Caller } from "@/server/audit";
import { countedAddress } from "@/server/http/address";
import { spend } from "@/server/limits/spend";
import { logger } from "@/server/logger";
import type { Route } from "./route";

interface Denial {
  readonly caller: Caller;
  readonly route: Route;
  readonly workspaceId: string | null;
}

const mutates = (route: Route) => route.method !== "get";

/** Writes down that someone was turned away. */
export async function recordDenial(denial: Denial): Promise<void> {
  const { route, caller, workspaceId } = denial;
  try {
    // Anyone can be turned away as often as they like; the audit must not grow with it.
    const key = countedAddress(caller.ip);
    const isStranger = ["anonymous", "link", "person", "pulse"].includes(
      caller.actor.kind,
    );
    if (isStranger && !(await spend("denialAddress", key)).ok) return;
    await audit({
      caller,
      workspaceId,
      action: route.action ?? `${mutates(route) ? "change" : "read"}`,
      subject: { kind: "route" },
      outcome: "denied",
      detail: { method: route.method, path: route.path },
    });
  } catch (error) {
    // The refusal stands whether or not it could be written down.
    logger().error({ err: error }, "denial not recorded");
  }
}
