import http from "node:http";
import type { AddressInfo } from "node:net";
import { startTestApp, type TestApp } from "@/test/app";
import { syncCore } from "../sync-core";
import { stockClient, type StockClient } from "./stock-client";

/** The API with its own rooms, which people join by socket as they do at a running server. */
export interface LiveApp {
  readonly app: TestApp;
  /** The editor with a client of their own, who has the whole map. */
  join(journeyId: string): Promise<StockClient>;
  stop(): Promise<void>;
}

export async function startLiveApp(): Promise<LiveApp> {
  const app = await startTestApp();
  const server = http.createServer();
  server.on("upgrade", (request, socket, head) =>
    syncCore().sockets.upgrade(request, socket, head),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    app,
    async join(journeyId) {
      const { headers } = app.people.editor;
      const client = stockClient({
        address: `ws://${host}/sync`,
        journeyId,
        headers: { ...headers, origin: `http://${host}` },
        hasExtension: true,
      });
      await client.synced();
      return client;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await app.stop();
    },
  };
}
