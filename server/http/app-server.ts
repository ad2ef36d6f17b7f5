import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { isShareRequest } from "@/server/share/is-share-request";
import { isStopRequest } from "@/server/person/is-stop-request";
import { isPulseForm } from "@/server/pulse/is-pulse-form";
import { isSyncUpgrade } from "@/server/sync/upgrade-check";
import { guardRequest } from "./guard";
import { answerHealth, type Readiness } from "./health";
import { isApiPath } from "./is-api";
import { answerWorker } from "./page-worker";

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;
type Upgrade = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) => unknown;

/** Who answers what. */
export interface Answerers {
  readonly api: Handle;
  /** The stream and the files behind a share link; its page is one of `pages`. */
  readonly share: Handle;
  /** Stops a mail; the page about it is one of `pages`. */
  readonly stop: Handle;
  /** Takes an answer to a pulse without a script; the page about it is one of `pages`. */
  readonly pulse: Handle;
  readonly pages: Handle;
  readonly syncUpgrade: Upgrade;
  /** Next's own sockets, with which the development server reloads pages. */
  readonly pageUpgrade: Upgrade;
  readonly readiness: Readiness;
  /** What keeps pages on devices. */
  readonly pageWorker: string;
  readonly onError: (error: unknown) => void;
}

const requestTimeoutMs = 60_000;

/** One server for everything: health, API, pages, and sockets of both kinds. */
export function createAppServer(answerers: Answerers): http.Server {
  const { syncUpgrade, pageUpgrade, readiness, pageWorker, onError } =
    answerers;
  const answererOf = (method: string, path: string): Handle => {
    if (isShareRequest(path)) return answerers.share;
    if (isStopRequest(method, path)) return answerers.stop;
    if (isPulseForm(method, path)) return answerers.pulse;
    return isApiPath(path) ? answerers.api : answerers.pages;
  };
  const server = http.createServer(
    { requestTimeout: requestTimeoutMs },
    (request, response) => {
      if (!guardRequest(request, response)) return;
      const path = (request.url ?? "").split("?", 1)[0] ?? "";
      if (answerHealth(path, response, readiness)) return;
      if (answerWorker(path, response, pageWorker)) return;
      Promise.resolve(
        answererOf(request.method ?? "", path)(request, response),
      ).catch((error: unknown) => {
        onError(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  server.on("upgrade", (request, socket, head) => {
    const upgrade = isSyncUpgrade(request) ? syncUpgrade : pageUpgrade;
    upgrade(request, socket, head);
  });
  return server;
}

const patienceMs = 3_000;

/** Waits for answers that are under way, not for ever. */
export async function closeServer(server: http.Server): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    timer = setTimeout(() => {
      server.closeAllConnections();
      // Sockets that were upgraded for pages, as hot reload has them, are not among these.
      done();
    }, patienceMs);
  });
  clearTimeout(timer);
}
