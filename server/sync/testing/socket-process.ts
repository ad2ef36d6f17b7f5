// The socket server alone, as a process that a test can kill: no pages, so no build of them is needed.
import http from "node:http";
import { env } from "@/server/env";
import { stopSyncCore, syncCore } from "@/server/sync/sync-core";

const server = http.createServer();
server.on("upgrade", (request, socket, head) =>
  syncCore().sockets.upgrade(request, socket, head),
);
server.listen(env.PORT, "127.0.0.1", () => process.send?.("ready"));

async function stop(): Promise<void> {
  await stopSyncCore();
  server.close();
  process.exit();
}
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => process.exit());
