// The socket server alone, as a process that a test can kill: no pages, so no build of them is needed.
import http from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import v8 from "node:v8";
import vm from "node:vm";
import { env } from "@/server/env";
import { closeNodes } from "@/server/nodes/nodes";
import { stopSyncCore, syncCore } from "@/server/sync/sync-core";

export interface Figures {
  readonly heapUsed: number;
  readonly rss: number;
  /** Documents in memory, those included that are being put away. */
  readonly rooms: number;
  readonly seats: number;
  readonly timers: number;
  readonly sockets: number;
  /** The 99th percentile since it was asked last. */
  readonly loopDelayMs: number;
}

const server = http.createServer();
// Begins to hear the other nodes.
const { sockets } = syncCore();
server.on("upgrade", (request, socket, head) =>
  sockets.upgrade(request, socket, head),
);
server.listen(env.PORT, "127.0.0.1", () => process.send?.("ready"));

const loopDelay = monitorEventLoopDelay({ resolution: 5 });
loopDelay.enable();

/** What of this process a soak looks at, with nothing in the heap that is not needed. */
function figures(): Figures {
  const loopDelayMs = Math.round(loopDelay.percentile(99) / 1e6);
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc") as () => void;
  collect();
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo())
    counts[kind] = (counts[kind] ?? 0) + 1;
  const { heapUsed, rss } = process.memoryUsage();
  // Looking is no delay of theirs.
  loopDelay.reset();
  return {
    heapUsed,
    rss,
    rooms: syncCore().rooms.held,
    seats: syncCore().seats.size,
    timers: counts["Timeout"] ?? 0,
    sockets: counts["TCPSocketWrap"] ?? 0,
    loopDelayMs,
  };
}
process.on("message", () => process.send?.(figures()));

async function stop(): Promise<void> {
  await stopSyncCore();
  await closeNodes();
  server.close();
  process.exit();
}
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => process.exit());
