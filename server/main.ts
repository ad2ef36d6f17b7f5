import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { createApi } from "./api/app";
import { closePool, pool } from "./db/pool";
import { closePrisma } from "./db/prisma";
import { env } from "./env";
import { createAppServer, closeServer } from "./http/app-server";
import { unsafeOrigins } from "./http/site";
import { withPageStatus } from "./http/page-status";
import { laterSettled } from "./later";
import { closeLimits } from "./limits/stores";
import { assertDurable } from "./log/durable-settings";
import { logger } from "./logger";
import { createShareApp } from "./share/app";
import { Broadcasts } from "./share/broadcasts";
import { SharedFiles } from "./share/shared-files";
import { stopSyncCore, syncCore } from "./sync/sync-core";

const loopback = "127.0.0.1";

/** Refuses to start where "Saved" would be a lie, and begins with live documents before anyone comes. */
async function prepareDocuments(): Promise<void> {
  await assertDurable(pool());
  syncCore();
}

async function start(): Promise<void> {
  const isDevelopment = env.NODE_ENV === "development";
  // Without an address of its own only this machine is answered.
  const host = env.HOST ?? (env.APP_URL.length > 0 ? undefined : loopback);
  let isStopping = false;
  const api = createApi();
  const broadcasts = new Broadcasts();
  const share = createShareApp(broadcasts, new SharedFiles());
  const pages = next({
    dev: isDevelopment,
    hostname: host ?? loopback,
    port: env.PORT,
  });
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

  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    // Sockets first: what people typed is stored before anything that storing needs goes away.
    await broadcasts.stop();
    await stopSyncCore();
    await closeServer(server);
    await pages.close();
    await laterSettled();
    closeLimits();
    await closePrisma();
    await closePool();
    process.exit();
  }
  const end = () => {
    stop().catch((error: unknown) => {
      logger().fatal({ err: error }, "stopping failed");
      process.exit(1);
    });
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, end);
  // Whoever started us is gone, by kill -9 too.
  process.on("disconnect", end);

  for (const origin of unsafeOrigins())
    logger().warn(
      { origin },
      "no https: whoever shares the network can read along, sign-ins included",
    );
  server.listen(env.PORT, host, () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`ready on http://${host ?? "localhost"}:${port}\n`);
  });
}

process.on("unhandledRejection", (error) =>
  logger().error({ err: error }, "unhandled rejection"),
);

start().catch((error: unknown) => {
  logger().fatal({ err: error }, "the server did not start");
  process.exit(1);
});
