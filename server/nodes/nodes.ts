import { keyFor } from "@/server/auth/secrets";
import { env } from "@/server/env";
import { logger } from "@/server/logger";
import type { Bus } from "./bus";
import { LocalHub } from "./local-bus";
import { RedisBus } from "./redis-bus";
import { startRelay } from "./relay";

const shared = globalThis as {
  waymarkNodes?: { bus: Bus; endRelay: () => void };
};

function start(): { bus: Bus; endRelay: () => void } {
  const { REDIS_URL: url } = env;
  // Everything that is said is found out without it too, so a lost Redis is no error.
  const report = (error: unknown) =>
    logger().warn({ err: error }, "no messages between servers");
  const bus = url
    ? new RedisBus({ url, key: keyFor("nodes"), report })
    : new LocalHub().join();
  return { bus, endRelay: startRelay(bus) };
}

/** What carries messages to the other nodes, begun at first use. */
export const nodeBus = (): Bus => (shared.waymarkNodes ??= start()).bus;

/** Lets go of the connections; the next use begins anew. */
export async function closeNodes(): Promise<void> {
  const running = shared.waymarkNodes;
  delete shared.waymarkNodes;
  running?.endRelay();
  await running?.bus.close();
}
