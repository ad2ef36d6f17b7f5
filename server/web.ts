import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import { createApi } from "./api/app";
import { pool } from "./db/pool";
import { env } from "./env";
import { createAppServer, closeServer } from "./http/app-server";
import { withBuiltFiles } from "./http/built-files";
import {
  developMapPages,
  isOfDevelopment,
  loadMapPages,
  withMapPages,
} from "./http/map-pages";
import { answerMisdirected, refuseMisdirected } from "./http/misdirected";
import { pageWorkerScript } from "./http/page-worker";
import { withPageStatus } from "./http/page-status";
import { warnOfPlainHttp } from "./http/plain-http";
import { stopWorks } from "./imports/works";
import { logger } from "./logger";
import { createStopApp } from "./person/stop-app";
import { createPulseApp } from "./pulse/pulse-app";
import { createShareApp } from "./share/app";
import { Broadcasts } from "./share/broadcasts";
import { SharedFiles } from "./share/shared-files";
import { stopSyncCore, syncCore } from "./sync/sync-core";
import { syncSettings } from "./sync/settings";
import { warmUp } from "./sync/warm-up";

const loopback = "127.0.0.1";

/** Next, loaded only by a process that shows pages. */
async function createPages(host: string | undefined) {
  const { default: next } = await import("next");
  return next({
    dev: env.NODE_ENV === "development",
    hostname: host ?? loopback,
    port: env.PORT,
  });
}

type Pages = Awaited<ReturnType<typeof createPages>>;

type Handle = ReturnType<typeof withBuiltFiles>;

const isDevelopment = env.NODE_ENV === "development";

const onPageError = (error: unknown) =>
  logger().error({ err: error }, "a map was not drawn");

/** Pages, and what was built for them; the development server builds while it is asked. */
async function pageHandler(pages: Pages, server: Server): Promise<Handle> {
  const handle = pages.getRequestHandler();
  const withStatus = (request: IncomingMessage, response: ServerResponse) =>
    withPageStatus(response, () => handle(request, response));
  if (isDevelopment)
    return withMapPages(await developMapPages(onPageError, server), withStatus);
  return withBuiltFiles(
    path.resolve(env.NEXT_DIST_DIR),
    withMapPages(await loadMapPages(onPageError), withStatus),
  );
}

/** Sockets of the development server, which are Next's but for those of the map's page; it listens for itself. */
function pageUpgrade(
  pages: Pages,
): Parameters<typeof createAppServer>[0]["pageUpgrade"] {
  const handle = pages.getUpgradeHandler();
  return (request, socket, head) =>
    isDevelopment && isOfDevelopment(request)
      ? undefined
      : handle(request, socket, head);
}

/** What answers requests on one port, until stopped. */
export interface Web {
  stop(): Promise<void>;
}

/** What of it this process does: pages and API, or sockets. What a share link streams, it does with either. */
export interface WebDuties {
  readonly hasPages: boolean;
  readonly hasSockets: boolean;
}

/** Starts what answers requests; resolves when it does. */
export async function startWeb(duties: WebDuties): Promise<Web> {
  // Without an address of its own only this machine is answered.
  const host = env.HOST ?? (env.APP_URL.length > 0 ? undefined : loopback);
  let isStopping = false;
  const api = duties.hasPages ? createApi() : null;
  const broadcasts = new Broadcasts();
  const share = createShareApp(broadcasts, new SharedFiles());
  const pages = duties.hasPages ? await createPages(host) : null;
  // One after the other: preparing the pages blocks this thread longer than a connection may take.
  const { log, sockets } = syncCore();
  await warmUp(log, syncSettings(env));
  await pages?.prepare();
  let handlePage: Handle = answerMisdirected;

  const server = createAppServer({
    api: api
      ? getRequestListener(api.fetch, { overrideGlobalObjects: false })
      : answerMisdirected,
    share: getRequestListener(share.fetch, { overrideGlobalObjects: false }),
    stop: getRequestListener(createStopApp().fetch, {
      overrideGlobalObjects: false,
    }),
    pulse: getRequestListener(createPulseApp().fetch, {
      overrideGlobalObjects: false,
    }),
    pages: (request, response) => handlePage(request, response),
    syncUpgrade: duties.hasSockets
      ? (request, socket, head) => sockets.upgrade(request, socket, head)
      : refuseMisdirected,
    pageUpgrade: pages ? pageUpgrade(pages) : refuseMisdirected,
    readiness: { pool, isStopping: () => isStopping },
    pageWorker: pageWorkerScript(),
    onError: (error) => logger().error({ err: error }, "request failed"),
  });

  if (pages) handlePage = await pageHandler(pages, server);

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
      // Imports go on when their request is over. One that a cut request still begins falls silent with this process.
      await stopWorks();
      await pages?.close();
    },
  };
}
