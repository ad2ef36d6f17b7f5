import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import http from "node:http";
import type { AddressInfo } from "node:net";
import {
  afterAll,
  afterEach,
  beforeAll,
  expect,
  onTestFinished,
  test,
  vi,
} from "vitest";
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
import { faultRuns, tellFigure } from "@/test/fault-runs";
import { tcpProxy, type TcpProxy } from "@/test/tcp-proxy";
import { startOwnPostgres, type OwnPostgres } from "@/test/postgres";
import { LocalHub } from "@/server/nodes/local-bus";
import { createSyncCore, type SyncCore } from "./core";
import { syncSettings } from "./settings";
import { smallSeed } from "./testing/seed";
import { stockClient, type StockClient } from "./testing/stock-client";

let postgres: OwnPostgres;
let pool: pg.Pool;
/** Past what a test breaks. */
let direct: pg.Pool;
let proxy: TcpProxy;
let core: SyncCore;
let server: http.Server;
let workspaceId: string;
const clients: StockClient[] = [];
const idleMs = 100;
const title = { kind: "meta", field: "title" } as const;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  const address = new URL(postgres.url);
  proxy = await tcpProxy(Number(address.port));
  address.port = String(proxy.port);
  pool = new pg.Pool({
    connectionString: address.href,
    max: 6,
    connectionTimeoutMillis: 2_000,
  });
  direct = new pg.Pool({ connectionString: postgres.url, max: 2 });
  for (const each of [pool, direct]) surviveLostConnections(each);
  workspaceId = await insertWorkspace(pool);
  const env = parseEnv({ DATABASE_URL: postgres.url });
  core = createSyncCore({
    pool,
    logger: pino({ level: "silent" }),
    bus: new LocalHub().join(),
    settings: syncSettings(env, {
      ...(!faultRuns.isLong && { degradedMs: 200 }),
      closeSpreadMs: 0,
      queueBytes: 24 * 1024,
      idleMs,
    }),
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
/** A room that is still being put away would be asking Postgres when the next test holds its answers. */
const allAway = () => vi.waitFor(() => expect(core.rooms.held).toBe(0), 30_000);
afterEach(async () => {
  proxy.release();
  for (const client of clients.splice(0)) client.destroy();
  await allAway();
});
afterAll(async () => {
  await core.stop();
  server.closeAllConnections();
  server.close();
  await pool.end();
  await direct.end();
  await proxy.close();
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

const acksOf = (client: StockClient) =>
  client.heard.flatMap((heard) => (heard.kind === "ack" ? heard.marker : []));
const titleOf = (doc: Y.Doc) => resolve(doc).meta.title;

async function rowsOf(journeyId: string): Promise<number> {
  const { rows } = await direct.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM document_update WHERE journey_id = $1`,
    [journeyId],
  );
  return rows[0]?.n ?? 0;
}

async function stored(journeyId: string): Promise<Y.Doc> {
  const read = await core.log.load(journeyId);
  return documentOf(read!);
}

const stageAt = (doc: Y.Doc, index: number) =>
  ({
    kind: "stage",
    id: resolve(doc).stages[index]!.id,
    field: "description",
  }) as const;

test.each([
  ["arrives late", () => proxy.release()],
  [
    "never arrives",
    () => {
      proxy.cut();
      proxy.release();
    },
  ],
])(
  "[C2] what is committed but not confirmed is neither shown nor acknowledged; when the reply %s, each is once and in order",
  async (_, end) => {
    const journeyId = await newJourney();
    const ada = await connect(journeyId, "ada");
    const bob = await connect(journeyId, "bob");
    const before = await rowsOf(journeyId);
    proxy.hold("down");
    textOf(ada.doc, title)?.insert(0, "1 ");
    const acknowledged = ada.acknowledged();
    // Postgres has it, and only its answer is missing.
    await vi.waitFor(
      async () => expect(await rowsOf(journeyId)).toBe(before + 1),
      30_000,
    );
    await Promise.all([isTold(ada, "degraded"), isTold(bob, "degraded")]);
    textOf(ada.doc, title)?.insert(0, "2 ");
    textOf(bob.doc, { kind: "meta", field: "scenario" })?.insert(0, "Bob");
    await pause(faultRuns.isLong ? 3_000 : 0);
    expect(acksOf(ada)).toEqual([]);
    expect(titleOf(bob.doc)).toBe("Buying running shoes");
    end();
    await acknowledged;
    await Promise.all([ada.acknowledged(), bob.acknowledged()]);
    await vi.waitFor(() =>
      expect(canonicalJson(resolve(bob.doc))).toBe(
        canonicalJson(resolve(ada.doc)),
      ),
    );
    expect(titleOf(bob.doc)).toBe("2 1 Buying running shoes");
    expect(acksOf(ada)).toEqual([1, 2]);
    expect(await rowsOf(journeyId)).toBe(before + 3);
    expect(canonicalJson(resolve(await stored(journeyId)))).toBe(
      canonicalJson(resolve(ada.doc)),
    );
    expect([...ada.closes, ...bob.closes]).toEqual([]);
  },
);

test(
  "[C3][FT-05][FT-06] while Postgres is away nothing is shown or acknowledged; then everything is, once and in order",
  { timeout: faultRuns.isLong ? 400_000 : 120_000 },
  async () => {
    const journeyId = await newJourney();
    const [ada, bob] = [
      await connect(journeyId, "ada"),
      await connect(journeyId, "bob"),
    ];
    let outages = 0;
    for (const outage of ["stop", "kill"] as const) {
      const before = resolve(bob.doc).meta.title;
      const newcomer = connect(journeyId, "carol");
      await newcomer;
      await postgres[outage]();
      textOf(ada.doc, title)?.insert(0, `${outage} 1 `);
      const typedAt = Date.now();
      await Promise.all([isTold(ada, "degraded"), isTold(bob, "degraded")]);
      const toldMs = Date.now() - typedAt;
      const acknowledged = vi.fn();
      void ada.acknowledged().then(acknowledged);
      for (const text of ["2 ", "3 "]) textOf(ada.doc, title)?.insert(0, text);
      textOf(bob.doc, { kind: "meta", field: "scenario" })?.insert(0, outage);
      // More than may wait: its author is asked to come back with it later.
      const carol = await newcomer;
      for (let at = 0; at < 18; at++)
        textOf(carol.doc, stageAt(carol.doc, outages))?.insert(
          0,
          "é".repeat(1_000),
        );
      await vi.waitFor(() => expect(carol.closes).toContain(1013), 30_000);
      await pause(faultRuns.isLong ? 60_000 : 0);
      expect(resolve(bob.doc).meta.title).toBe(before);
      expect(acknowledged).not.toHaveBeenCalled();
      await postgres.start();
      const backAt = Date.now();
      await vi.waitFor(() => expect(acknowledged).toHaveBeenCalled(), 30_000);
      await ada.acknowledged();
      await bob.acknowledged();
      await vi.waitFor(() =>
        expect(resolve(bob.doc).meta.title).toBe(`3 2 ${outage} 1 ${before}`),
      );
      await carol.synced();
      await carol.acknowledged();
      tellFigure(
        "C3",
        `told ${toldMs} ms after a change, all saved ${Date.now() - backAt} ms after PostgreSQL was back`,
      );
      const saved = await stored(journeyId);
      expect(textOf(saved, stageAt(saved, outages))?.length).toBe(18_000);
      outages++;
      await vi.waitFor(() => {
        for (const { doc } of [ada, bob, carol])
          expect(canonicalJson(resolve(doc))).toBe(
            canonicalJson(resolve(saved)),
          );
      });
      expect([...ada.closes, ...bob.closes]).toEqual([]);
      carol.destroy();
    }
  },
);

test("[C3][FT-05] while nothing can be stored but the log can be read, whoever comes gets what is stored and nothing else, and types on", async () => {
  const journeyId = await newJourney();
  const ada = await connect(journeyId, "ada");
  const blocker = new pg.Client(postgres.url);
  onTestFinished(() => blocker.end());
  await blocker.connect();
  await blocker.query("BEGIN");
  await blocker.query("LOCK TABLE document_head IN EXCLUSIVE MODE");
  textOf(ada.doc, title)?.insert(0, "Ada ");
  const acknowledged = ada.acknowledged();
  // Comes before it is known that nothing can be stored, and is not left without the map either.
  const early = connect(journeyId, "bob");
  await isTold(ada, "degraded");
  const [bob, carol] = [await early, await connect(journeyId, "carol")];
  const { map } = await core.rooms.find(journeyId)!.read();
  for (const shown of [map, resolve(bob.doc), resolve(carol.doc)])
    expect(shown.meta.title).toBe("Buying running shoes");
  textOf(bob.doc, { kind: "meta", field: "scenario" })?.insert(0, "Bob");
  const later = bob.acknowledged();
  expect([...acksOf(ada), ...acksOf(bob)]).toEqual([]);
  await blocker.query("ROLLBACK");
  await Promise.all([acknowledged, later]);
  await vi.waitFor(() => {
    for (const { doc } of [bob, carol])
      expect(canonicalJson(resolve(doc))).toBe(canonicalJson(resolve(ada.doc)));
  }, 30_000);
  expect(titleOf(carol.doc)).toBe("Ada Buying running shoes");
  expect(canonicalJson(resolve(await stored(journeyId)))).toBe(
    canonicalJson(resolve(ada.doc)),
  );
  expect([...ada.closes, ...bob.closes, ...carol.closes]).toEqual([]);
});

test("[C4] what was typed while nothing could be stored outlives the leaving of its last reader", async () => {
  const journeyId = await newJourney();
  const ada = await connect(journeyId, "ada");
  await postgres.kill();
  textOf(ada.doc, title)?.insert(0, "kept ");
  await isTold(ada, "degraded");
  ada.destroy();
  const room = core.rooms.find(journeyId);
  await vi.waitFor(() => expect(room?.seats.size).toBe(0));
  // It would be put away now, if it were stored.
  const asked = vi.spyOn(room!, "isQuiet", "get");
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  asked.mockRestore();
  expect(core.rooms.find(journeyId)).toBe(room);
  await postgres.start();
  const bob = await connect(journeyId, "bob");
  // What is stored at once, and what was not yet as soon as it is.
  expect(titleOf(bob.doc)).toContain("Buying running shoes");
  await vi.waitFor(
    () => expect(titleOf(bob.doc)).toBe("kept Buying running shoes"),
    30_000,
  );
  expect(titleOf(await stored(journeyId))).toBe("kept Buying running shoes");
});
