import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApi } from "./api/app";
import { pool } from "./db/pool";
import { env } from "./env";
import { createAppServer, closeServer } from "./http/app-server";
import { withPageStatus } from "./http/page-status";
import { unsafeOrigins } from "./http/site";
import { assertDurable } from "./log/durable-settings";
import { logger } from "./logger";
import { createShareApp } from "./share/app";
import { Broadcasts } from "./share/broadcasts";
import { SharedFiles } from "./share/shared-files";
import { stopSyncCore, syncCore } from "./sync/sync-core";
import { warmUp } from "./sync/warm-up";

const loopback = "127.0.0.1";

/** Refuses to start where "Saved" would be a lie, and begins with live documents before anyone comes. */
async function prepareDocuments(): Promise<void> {
  await assertDurable(pool());
  await warmUp(syncCore().log);
}

/** Next, loaded only by a process that shows pages. */
async function createPages(host: string | undefined) {
  const { default: next } = await import("next");
  return next({
    dev: env.NODE_ENV === "development",
    hostname: host ?? loopback,
    port: env.PORT,
  });
}

function warnOfPlainHttp(): void {
  for (const origin of unsafeOrigins())
    logger().warn(
      { origin },
      "no https: whoever shares the network can read along, sign-ins included",
    );
}

/** Pages, API and live documents on one port, until stopped. */
export interface Web {
  stop(): Promise<void>;
}

/** Starts what answers requests; resolves when it does. */
export async function startWeb(): Promise<Web> {
  // Without an address of its own only this machine is answered.
  const host = env.HOST ?? (env.APP_URL.length > 0 ? undefined : loopback);
  let isStopping = false;
  const api = createApi();
  const broadcasts = new Broadcasts();
  const share = createShareApp(broadcasts, new SharedFiles());
  const pages = await createPages(host);
  // One after the other: preparing the pages blocks this thread longer than a connection may take.
  await prepareDocuments();
  await pages.prepare();
  const handlePage = pages.getRequestHandler();
  const handlePageUpgrade = pages.getUpgradeHandler();

  const server = createAppServer({
    api: getRequestListener(api.fetch, { overrideGlobalObjects: false }),
    share: getRequestListener(share.fetch, { overrideGlobalObjects: false }),
    pages: (request, response) =>
      withPageStatus(response, () => handlePage(request, response)),
    syncUpgrade: (request, socket, head) =>
      syncCore().sockets.upgrade(request, socket, head),
    pageUpgrade: (request, socket, head) =>
      handlePageUpgrade(request, socket, head),
    readiness: { pool, isStopping: () => isStopping },
    onError: (error) => logger().error({ err: error }, "request failed"),
  });

  warnOfPlainHttp();
  await new Promise<void>((listening) =>
    server.listen(env.PORT, host, listening),
  );
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`ready on http://${host ?? "localhost"}:${port}\n`);
  return {
    async stop() {
      isStopping = true;
      // Sockets first: what people typed is stored before anything that storing needs goes away.
      await broadcasts.stop();
      await stopSyncCore();
      await closeServer(server);
      await pages.close();
    },
  };
}
