import pg from "pg";
import { pino } from "pino";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { createDocument } from "@/lib/journey/create";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { textOf } from "@/lib/journey/texts";
import { parseEnv } from "@/server/env";
import { createJourneyDocument } from "@/server/log/create-journey-document";
import { documentOf } from "@/server/log/document-of";
import { insertWorkspace } from "@/server/log/testing/journey-rows";
import { surviveLostConnections } from "@/server/db/lost-connections";
import { inTransaction } from "@/server/db/in-transaction";
import { startOwnPostgres, type OwnPostgres } from "@/test/postgres";
import { createSyncCore, type SyncCore } from "./core";
import { syncSettings } from "./settings";
import { smallSeed } from "./testing/seed";
import { stockClient, type StockClient } from "./testing/stock-client";

let postgres: OwnPostgres;
let pool: pg.Pool;
let core: SyncCore;
let server: http.Server;
let workspaceId: string;
const clients: StockClient[] = [];
const title = { kind: "meta", field: "title" } as const;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  pool = new pg.Pool({
    connectionString: postgres.url,
    max: 6,
    connectionTimeoutMillis: 2_000,
  });
  surviveLostConnections(pool);
  workspaceId = await insertWorkspace(pool);
  const env = parseEnv({ DATABASE_URL: postgres.url });
  core = createSyncCore({
    pool,
    logger: pino({ level: "silent" }),
    settings: syncSettings(env, { degradedMs: 200, closeSpreadMs: 0 }),
    // Whoever comes is let in: this is about storing, and people cannot be looked up meanwhile.
    admit: async ({ headers }) => {
      const userId = String(Reflect.get(headers, "x-person"));
      const actor = {
        kind: "member",
        userId,
        role: "editor",
        workspaceId,
      } as const;
      const author = { kind: "user", id: userId } as const;
      return {
        ok: true,
        sitter: { actor, author, sessionId: null, name: "", canEdit: true },
      };
    },
    ipOf: () => "",
    mayConnect: async () => true,
    auditRefusal: async () => undefined,
  });
  server = http.createServer();
  server.on("upgrade", (request, socket, head) =>
    core.sockets.upgrade(request, socket, head),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});
afterAll(async () => {
  await core.stop();
  server.closeAllConnections();
  server.close();
  await pool.end();
  await postgres.destroy();
});

async function newJourney(): Promise<string> {
  const journeyId = randomUUID();
  const doc = createDocument(
    { newId: randomUUID, random: Math.random },
    smallSeed,
  );
  const actor = { kind: "system", id: "test" } as const;
  const seedUpdate = Y.encodeStateAsUpdate(doc);
  await inTransaction(
    (client) =>
      createJourneyDocument(client, {
        journeyId,
        workspaceId,
        seedUpdate,
        actor,
      }),
    "write",
    pool,
  );
  return journeyId;
}

async function connect(
  journeyId: string,
  person: string,
): Promise<StockClient> {
  const { port } = server.address() as AddressInfo;
  const address = `ws://localhost:${port}/sync`;
  const headers = { authorization: "Bearer test", "x-person": person };
  const client = stockClient({
    address,
    journeyId,
    headers,
    hasExtension: true,
  });
  clients.push(client);
  await client.synced();
  return client;
}

const isTold = (client: StockClient, state: "degraded" | "ok") =>
  vi.waitFor(
    () => expect(client.heard.at(-1)).toEqual({ kind: "state", state }),
    30_000,
  );

test("[C3][FT-05][FT-06] while Postgres is away nothing is shown or acknowledged; then everything is, once and in order", async () => {
  const journeyId = await newJourney();
  const [ada, bob] = [
    await connect(journeyId, "ada"),
    await connect(journeyId, "bob"),
  ];
  for (const outage of ["stop", "kill"] as const) {
    const before = resolve(bob.doc).meta.title;
    await postgres[outage]();
    textOf(ada.doc, title)?.insert(0, `${outage} 1 `);
    await Promise.all([isTold(ada, "degraded"), isTold(bob, "degraded")]);
    const acknowledged = vi.fn();
    void ada.acknowledged().then(acknowledged);
    for (const text of ["2 ", "3 "]) textOf(ada.doc, title)?.insert(0, text);
    textOf(bob.doc, { kind: "meta", field: "scenario" })?.insert(0, outage);
    expect(resolve(bob.doc).meta.title).toBe(before);
    expect(acknowledged).not.toHaveBeenCalled();
    await postgres.start();
    await vi.waitFor(() => expect(acknowledged).toHaveBeenCalled(), 30_000);
    await ada.acknowledged();
    await bob.acknowledged();
    await vi.waitFor(() =>
      expect(resolve(bob.doc).meta.title).toBe(`3 2 ${outage} 1 ${before}`),
    );
    const stored = await core.log.load(journeyId);
    expect(canonicalJson(resolve(documentOf(stored!)))).toBe(
      canonicalJson(resolve(ada.doc)),
    );
    expect([...ada.closes, ...bob.closes]).toEqual([]);
  }
});

test("[C4] what was typed while nothing could be stored outlives the leaving of its last reader", async () => {
  const journeyId = await newJourney();
  const ada = await connect(journeyId, "ada");
  await postgres.kill();
  textOf(ada.doc, title)?.insert(0, "kept ");
  await isTold(ada, "degraded");
  ada.destroy();
  await postgres.start();
  await vi.waitFor(async () => {
    const stored = await core.log.load(journeyId);
    expect(resolve(documentOf(stored!)).meta.title).toBe(
      "kept Buying running shoes",
    );
  }, 30_000);
  const bob = await connect(journeyId, "bob");
  expect(resolve(bob.doc).meta.title).toBe("kept Buying running shoes");
});
