// The socket server alone, as a process that a test can kill: no pages, so no build of them is needed.
import http from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate as turn } from "node:timers/promises";
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
  /** Processor time since it was asked last. */
  readonly cpuMs: number;
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

let spent = process.cpuUsage();

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc") as () => void;
/** What is made while the engine marks is kept by the collection that ends with it, and finalizers run between turns. */
const collections = 6;

/** Of the processor, for the program and for what the system did for it. */
const millisecondsOf = ({ user, system }: NodeJS.CpuUsage) =>
  Math.round((user + system) / 1000);

/** What of this process a soak looks at, with nothing in the heap that is not needed. */
async function figures(): Promise<Figures> {
  const loopDelayMs = Math.round(loopDelay.percentile(99) / 1e6);
  const cpuMs = millisecondsOf(process.cpuUsage(spent));
  for (let at = 0; at < collections; at++) {
    collect();
    await turn();
  }
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo())
    counts[kind] = (counts[kind] ?? 0) + 1;
  const { heapUsed, rss } = process.memoryUsage();
  // Looking is no delay of theirs.
  loopDelay.reset();
  spent = process.cpuUsage();
  return {
    heapUsed,
    rss,
    rooms: syncCore().rooms.held,
    seats: syncCore().seats.size,
    timers: counts["Timeout"] ?? 0,
    sockets: counts["TCPSocketWrap"] ?? 0,
    loopDelayMs,
    cpuMs,
  };
}
process.on("message", () => void figures().then((all) => process.send?.(all)));

async function stop(): Promise<void> {
  await stopSyncCore();
  await closeNodes();
  server.close();
  process.exit();
}
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => process.exit());
