import http from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApi } from "@/server/api/app";
import { pool } from "@/server/db/pool";
import { createAppServer } from "@/server/http/app-server";
import { syncCore } from "@/server/sync/sync-core";
import {
  startTestApp,
  type Principal,
  type TestApp,
  type TestAppOptions,
} from "./app";

/** API and sockets of the app under test on a port, as browsers reach them. */
export interface LiveServer {
  readonly app: TestApp;
  readonly origin: string;
  /** `ws://localhost:<port>/sync` */
  readonly address: string;
  /** Where seats without a socket are taken. */
  seatsOf(journeyId: string): string;
  headersOf(person: Principal): Record<string, string>;
  /** As a network does that lets no WebSocket through. */
  blockSockets(areBlocked: boolean): void;
  newJourney(): Promise<string>;
  stop(): Promise<void>;
}

export async function startLiveServer(
  options: TestAppOptions = {},
): Promise<LiveServer> {
  const app = await startTestApp(options);
  const api = createApi();
  let areBlocked = false;
  const unanswered: http.RequestListener = (_request, response) => {
    response.writeHead(404).end();
  };
  const server = createAppServer({
    api: getRequestListener(api.fetch, { overrideGlobalObjects: false }),
    share: unanswered,
    stop: unanswered,
    pulse: unanswered,
    pages: unanswered,
    syncUpgrade: (request, socket, head) => {
      if (areBlocked) socket.destroy();
      else syncCore().sockets.upgrade(request, socket, head);
    },
    pageUpgrade: (_request, socket) => socket.destroy(),
    readiness: { pool, isStopping: () => false },
    pageWorker: "",
    onError: () => undefined,
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  const base = `/workspaces/${app.workspace.slug}/journeys`;
  return {
    app,
    origin,
    address: `ws://localhost:${port}/sync`,
    seatsOf: (journeyId) => `${origin}/api/v1${base}/${journeyId}/seats`,
    headersOf: ({ headers }) => ({
      ...headers,
      ...(headers["cookie"] && { origin }),
    }),
    blockSockets(blocked) {
      areBlocked = blocked;
    },
    async newJourney() {
      const made = await app.people.owner.send("POST", base, {
        source: { kind: "template", key: "mapping-canvas" },
      });
      return ((await made.json()) as { id: string }).id;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await app.stop();
    },
  };
}
