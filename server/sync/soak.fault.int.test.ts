import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import pg from "pg";
import * as Y from "yjs";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { setMeta } from "@/lib/journey/meta";
import { ACT_NAMES, realActs, stopTyping } from "@/lib/journey/testing/acts";
import { Growth } from "@/lib/journey/testing/growth";
import { assertWholeMap } from "@/lib/journey/testing/invariants";
import { seededRandom } from "@/lib/journey/testing/random";
import { START } from "@/lib/journey/testing/start";
import { World, type Person } from "@/lib/journey/testing/world";
import { inTransaction } from "@/server/db/in-transaction";
import { checkMap } from "@/server/doctor/check-map";
import { createJourneyDocument } from "@/server/log/create-journey-document";
import { documentOf } from "@/server/log/document-of";
import { PostgresLog } from "@/server/log/postgres";
import { withDocument } from "@/server/sync/door";
import { hashOf, readVersionMap } from "@/server/versions/store";
import { startTestApp, type TestApp } from "@/test/app";
import { faultRuns, tellFigure } from "@/test/fault-runs";
import { childServer, type ChildServer } from "@/test/socket-server";
import { Editor } from "./testing/editor";
import { createJourney } from "./testing/lab";
import { smallSeed } from "./testing/seed";
import type { Figures } from "./testing/socket-process";
import { stockClient, type StockClient } from "./testing/stock-client";

let app: TestApp;
let pool: pg.Pool;
let server: ChildServer;
beforeAll(async () => {
  app = await startTestApp({
    env: {
      LIMIT_CONNECTS_PER_MINUTE: "1000000",
      LIMIT_SOCKETS_PER_USER: "1000",
    },
  });
  pool = new pg.Pool({ connectionString: app.databaseUrl, max: 4 });
  server = await childServer();
});
afterAll(async () => {
  await server.remove();
  await pool.end();
  await app.stop();
});

const people = ["editor", "admin", "owner"] as const;
const connect = (journeyId: string, at: number, doc?: Y.Doc) =>
  stockClient({
    address: server.address,
    journeyId,
    headers: {
      ...app.people[people[at % people.length]!].headers,
      origin: `http://localhost:${server.port}`,
    },
    hasExtension: true,
    ...(doc && { doc }),
  });
const jsonOf = (doc: Y.Doc) => canonicalJson(resolve(doc));
const soakMs = (faultRuns.soakHours ?? 0) * 3_600_000;
const patience = { timeout: 30_000, interval: 100 };

async function stored(journeyId: string): Promise<Y.Doc> {
  const read = await new PostgresLog(pool, () => undefined).load(journeyId);
  return documentOf(read!);
}

/** The log is whole, every snapshot says what the log says, and so do the rows. */
async function expectSound(journeyId: string): Promise<void> {
  expect((await checkMap(pool, journeyId))?.findings).toEqual([]);
}

/** A journey that begins as the scripts of the core do. */
async function newScriptJourney(): Promise<string> {
  const journeyId = randomUUID();
  const actor = { kind: "system", id: "test" } as const;
  await inTransaction(
    (client) =>
      createJourneyDocument(client, {
        journeyId,
        workspaceId: app.workspace.id,
        seedUpdate: START,
        actor,
      }),
    "write",
    pool,
  );
  return journeyId;
}

/** Three people do what the core's scripts do, over sockets, while the server is killed under them. */
async function playScript(seed: number, kills: number): Promise<number> {
  const random = seededRandom(seed);
  const journeyId = await newScriptJourney();
  const world = new World(START, people.length);
  const clients = world.people.map(({ doc }, at) =>
    connect(journeyId, at, doc),
  );
  try {
    await Promise.all(clients.map((client) => client.synced()));
    return await play({ random, journeyId, world, clients, kills });
  } catch (error) {
    const ways = clients.map(({ provider, closes, heard }) => ({
      closes,
      isConnected: provider.wsconnected,
      isSynced: provider.synced,
      resets: heard.filter(({ kind }) => kind === "reset"),
    }));
    const words = `script ${seed}: ${JSON.stringify(ways)}`;
    throw new Error(words, { cause: error });
  } finally {
    for (const client of clients) client.provider.destroy();
    world.end();
  }
}

interface Scene {
  readonly random: () => number;
  readonly journeyId: string;
  readonly world: World;
  readonly clients: readonly StockClient[];
  readonly kills: number;
}

async function play(scene: Scene): Promise<number> {
  const { random, journeyId, world, clients, kills } = scene;
  const pick = (count: number) => Math.floor(random() * count);
  const growth = growthOf(clients);
  let kept: KeptVersion | null = null;
  let acts = 0;
  for (let kill = 0; kill <= kills; kill++) {
    for (let act = 0; act < 30; act++, acts++) {
      const person = world.people[pick(world.people.length)]!;
      const name = ACT_NAMES[pick(ACT_NAMES.length)]!;
      realActs[name](person, { a: pick(61), b: pick(61), c: pick(61) }, world);
      if (act % 5 === 0) await pause(random() * 10);
    }
    if (kill === kills) break;
    if (kill === kills - 1) kept = await keepVersion(journeyId);
    await server.kill();
    await server.start();
  }
  for (const person of world.people) stopTyping(person);
  await Promise.all(clients.map((client) => client.synced()));
  await Promise.all(clients.map((client) => client.acknowledged()));

  // An unmodified client has its answer before it was asked what it wrote meanwhile: that is stored a little later.
  const fresh = await vi.waitFor(async () => {
    const now = await stored(journeyId);
    const expected = jsonOf(now);
    for (const { doc } of world.people) expect(jsonOf(doc)).toBe(expected);
    return now;
  }, patience);
  for (const { doc } of [...world.people, { doc: fresh }]) {
    assertWholeMap(doc, resolve(doc));
    expect([...world.words.missing(doc)]).toEqual([]);
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([
      null,
      null,
    ]);
  }
  // What the server put right by itself is not of their making.
  const limit = growth.limit(START.length) + (await ownBytes(scene));
  expect(Y.encodeStateAsUpdate(fresh).length).toBeLessThanOrEqual(limit);
  await expectSound(journeyId);
  await expectOwnUndo(scene);
  await expectRestored(scene, kept!);
  return acts;
}

/** How large the document of some people may become by what they do from now on. */
function growthOf(clients: readonly StockClient[]): Growth {
  const growth = new Growth();
  for (const { doc, provider } of clients)
    doc.on("update", (update: Uint8Array, origin: unknown, ...more) => {
      const [, transaction] = more as [Y.Doc, Y.Transaction];
      if (origin !== provider) growth.record(transaction, update.length);
    });
  return growth;
}

/** Of what the server wrote between the changes of these people: names that they had forged, and missing parts. */
async function ownBytes({ journeyId, clients }: Scene): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    `SELECT coalesce(sum(octet_length(data)), 0)::int AS bytes FROM document_update
     WHERE journey_id = $1 AND seq > 1 AND NOT client_ids && $2::bigint[] AND client_ids <> '{}'`,
    [journeyId, clients.map(({ doc }) => doc.clientID)],
  );
  return rows[0]!.bytes;
}

/** I7, where chance need not bring it about: what somebody else wrote since is not undone. */
async function expectOwnUndo({ world, journeyId }: Scene): Promise<void> {
  const [ada, bob] = world.people as [Person, Person];
  const wordOf = (doc: Y.Doc) => resolve(doc).meta.customerWord;
  for (const [person, customerWord] of [
    [ada, "Ada's word"],
    [bob, "Bob's word"],
  ] as const) {
    setMeta(person.ctx, { customerWord });
    await vi.waitFor(() => {
      for (const { doc } of world.people)
        expect(wordOf(doc)).toBe(customerWord);
    }, patience);
  }
  expect(ada.ctx.undo.undo()).toMatchObject({ reason: "changed_since" });
  expect(bob.ctx.undo.undo().ok).toBe(true);
  await vi.waitFor(async () => {
    for (const doc of [ada.doc, bob.doc, await stored(journeyId)])
      expect(wordOf(doc)).toBe("Ada's word");
  }, patience);
}

interface KeptVersion {
  readonly seq: number;
  readonly map: JourneyMap;
}

const versionsOf = (journeyId: string) =>
  `/workspaces/${app.workspace.slug}/journeys/${journeyId}/versions`;

/** Keeps what is stored just now, while people go on. */
async function keepVersion(journeyId: string): Promise<KeptVersion> {
  const made = await app.people.admin.send("POST", versionsOf(journeyId), {
    name: "Before it dies",
  });
  const { seq } = (await made.json()) as { seq: number };
  return { seq, map: (await readVersionMap(pool, journeyId, seq))! };
}

/** The server dies, the version is restored by another one meanwhile, and all see it when theirs is back. */
async function expectRestored(scene: Scene, kept: KeptVersion): Promise<void> {
  const { journeyId, clients } = scene;
  await server.kill();
  const author = { kind: "user", id: app.people.admin.userId } as const;
  await withDocument(journeyId, author, null, (ctx) =>
    setMeta(ctx, { structureLocked: false }),
  );
  const { status } = await app.people.admin.send(
    "POST",
    `${versionsOf(journeyId)}/${kept.seq}/restore`,
  );
  expect(status).toBe(200);
  await server.start();
  await vi.waitFor(async () => {
    const maps = [await stored(journeyId), ...clients.map(({ doc }) => doc)];
    for (const doc of maps) expect(hashOf(resolve(doc))).toBe(hashOf(kept.map));
  }, patience);
  await expectSound(journeyId);
}

test(
  "[C25][I1][I2][I3][I4][I5][I6][I7][I9][I10][I11][I12] what three people do over sockets while the server is killed ends in one whole map, in which no word is missing, which is no larger than it must be, and which goes back to what it was",
  { timeout: 120_000 + 2 * soakMs },
  async () => {
    await server.start();
    const seed = faultRuns.soakHours === null ? 25 : Date.now() % 1e9;
    const until = Date.now() + soakMs / 4;
    let [scripts, acts] = [0, 0];
    do acts += await playScript(seed + scripts++, 2);
    while (Date.now() < until);
    tellFigure(
      "C25",
      `${scripts} scripts, ${acts} acts, ${2 * scripts} kills, first seed ${seed}`,
    );
    await server.kill();
  },
);

/** An unmodified client does not ask again what it asked on a connection that was lost. */
async function saved({ provider, ...client }: StockClient): Promise<void> {
  for (;;) {
    const lost = new Promise<false>((done) =>
      provider.once("connection-close", () => done(false)),
    );
    const isSaved = client.acknowledged().then(() => true as const);
    if (await Promise.race([isSaved, lost])) return;
    await client.synced();
  }
}

/** Somebody comes, writes a little, reads it back as stored, and goes. */
async function visit(journeyId: string, at: number): Promise<void> {
  const editor = new Editor(connect(journeyId, at));
  await editor.client.synced();
  for (let card = 0; card < 3; card++) editor.addCard();
  await saved(editor.client);
  editor.deleteCard();
  editor.deleteCard();
  await saved(editor.client);
  expect(editor.deleted.size).toBe(2);
  editor.client.destroy();
}

const figures = async () => (await server.ask()) as Figures;
/** Everybody is gone; and of a long run every map is put away too, so that what is left in the heap stays for ever. */
const isEmpty = () =>
  vi.waitFor(
    async () => {
      const { seats, rooms } = await figures();
      expect([seats, faultRuns.soakHours === null ? 0 : rooms]).toEqual([0, 0]);
    },
    { timeout: 180_000, interval: 250 },
  );

interface Look {
  readonly at: number;
  readonly heap: number;
}

/**
 * By how many MiB the heap grew in an hour, from the second look on: at the first much was never collected before.
 * Of three looks the least counts, because what stays is in all of them. What a shorter run saw counts as if it had
 * taken an hour, or the smallest noise would be a slope.
 */
function slopeOf([, ...looks]: readonly Look[]): number {
  const least = (some: readonly Look[]) =>
    some.toSorted((one, other) => one.heap - other.heap)[0];
  const [first, last] = [least(looks.slice(0, 3)), least(looks.slice(-3))];
  if (!first || !last) return 0;
  const hours = Math.max(1, (last.at - first.at) / 3_600_000);
  return (last.heap - first.heap) / 1024 / 1024 / hours;
}

test(
  "[C25][I8] fifty maps that people come to and leave cost nothing that stays, and each is sound",
  { timeout: 120_000 + 2 * soakMs },
  async () => {
    await server.start();
    const ids = await Promise.all(
      Array.from({ length: faultRuns.soakHours === null ? 8 : 50 }, () =>
        createJourney(smallSeed, app.workspace.id),
      ),
    );
    const until = Date.now() + soakMs;
    const every = Math.min(soakMs / 10, 3_600_000);
    const looks: Look[] = [];
    let [visits, told] = [0, Date.now()];
    do {
      const guests = Array.from({ length: 10 }, () => visits++);
      await Promise.all(guests.map((at) => visit(ids[at % ids.length]!, at)));
      if (Date.now() - told < every) continue;
      told = Date.now();
      await isEmpty();
      const seen = await figures();
      looks.push({ at: told, heap: seen.heapUsed });
      tellFigure("C25", `${visits} visits, ${JSON.stringify(seen)}`);
    } while (Date.now() < until || visits < 3 * ids.length);
    await isEmpty();
    const slope = slopeOf(looks);
    tellFigure("C25", `the heap grew by ${slope.toFixed(2)} MiB an hour`);
    expect(slope).toBeLessThanOrEqual(1);
    expect(await server.stop()).toBe(0);
    for (const journeyId of ids) await expectSound(journeyId);
  },
);
