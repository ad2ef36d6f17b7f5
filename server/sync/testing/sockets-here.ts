import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Principal } from "@/test/app";
import { syncCore } from "../sync-core";
import { stockClient, type StockClient } from "./stock-client";

/** Sockets into the rooms of this process, for a test whose app has none. */
export interface SocketsHere {
  /** Somebody with a client of their own, who has the whole map. */
  join(journeyId: string, person: Principal): Promise<StockClient>;
  stop(): Promise<void>;
}

export async function socketsHere(): Promise<SocketsHere> {
  const server = http.createServer();
  server.on("upgrade", (request, socket, head) =>
    syncCore().sockets.upgrade(request, socket, head),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    async join(journeyId, { headers }) {
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
      await new Promise((done) => server.close(done));
    },
  };
}
