import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import pg from "pg";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { documentOf } from "@/server/log/document-of";
import { PostgresLog } from "@/server/log/postgres";
import { startTestApp, type TestApp } from "@/test/app";
import { faultRuns, tellFigure } from "@/test/fault-runs";
import { childServer, type ChildServer } from "@/test/socket-server";
import { Editor } from "./testing/editor";
import { createJourney } from "./testing/lab";
import { smallSeed } from "./testing/seed";
import { stockClient } from "./testing/stock-client";

let app: TestApp;
let pool: pg.Pool;
let server: ChildServer;
beforeAll(async () => {
  app = await startTestApp({
    env: {
      LIMIT_CONNECTS_PER_MINUTE: "100000",
      LIMIT_SOCKETS_PER_USER: "1000",
      LIMIT_SOCKETS_PER_MAP: "1000",
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

const connect = (
  journeyId: string,
  person: "editor" | "admin" | "owner" = "editor",
) =>
  stockClient({
    address: server.address,
    journeyId,
    headers: {
      ...app.people[person].headers,
      origin: `http://localhost:${server.port}`,
    },
    hasExtension: true,
  });

async function storedMap(journeyId: string) {
  const read = await new PostgresLog(pool, () => undefined).load(journeyId);
  if (!read) throw new Error("no document");
  const map = resolve(documentOf(read));
  return {
    map,
    texts: new Set(
      Object.values(map.cells).flatMap((cards) => cards.map((c) => c.text)),
    ),
  };
}

const people = ["editor", "admin", "owner", "editor", "admin"] as const;
/** Ten kills in every run are worth more than twice as many people at each of a few. */
const crowd = faultRuns.isLong ? [...people, ...people] : people;
const promisesPerKill = faultRuns.isLong ? 20 : 10;
const countOf = (editors: readonly Editor[]) =>
  editors.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
const patience = { timeout: 30_000 };

/** Everything that was acknowledged is in a fresh load, and what was deleted is not on the map. */
async function expectStored(journeyId: string, editors: readonly Editor[]) {
  const { map, texts } = await storedMap(journeyId);
  let promises = 0;
  for (const { acknowledged, deleted } of editors) {
    for (const text of acknowledged) expect(texts).toContain(text);
    for (const text of deleted) expect(texts).not.toContain(text);
    promises += acknowledged.size + deleted.size;
  }
  return { map, promises };
}

async function newEditors(journeyId: string): Promise<Editor[]> {
  const editors = crowd.map((person) => new Editor(connect(journeyId, person)));
  await Promise.all(editors.map(({ client }) => client.synced()));
  return editors;
}

/**
 * Types until some more are acknowledged, and some milliseconds longer: each kill hits another moment. Every
 * other one comes at the very moment of an acknowledgement, when a promise made too early is easiest caught.
 */
async function typeUntilKill(
  editors: readonly Editor[],
  kill: number,
): Promise<{ killed: Promise<void> }> {
  const known = countOf(editors);
  let turn = 0;
  const typing = setInterval(() => {
    const editor = editors[turn++ % editors.length] as Editor;
    if (turn % 4 === 0) editor.deleteCard();
    else editor.addCard();
  }, typingMs);
  await vi.waitFor(
    () => expect(countOf(editors)).toBeGreaterThan(known + promisesPerKill),
    patience,
  );
  await pause(Math.random() * 30);
  if (kill % 4 < 2)
    await new Promise<void>((done) => {
      for (const editor of editors) editor.onAcknowledged = done;
    });
  const killed = server.kill();
  clearInterval(typing);
  for (const editor of editors) editor.onAcknowledged = () => undefined;
  return { killed };
}

/** Whoever is still there brings back what was not acknowledged either, and all are equal. */
async function expectEqual(journeyId: string, editors: readonly Editor[]) {
  await Promise.all(editors.map(({ client }) => client.synced()));
  await Promise.all(editors.map(({ client }) => client.acknowledged()));
  const { map } = await expectStored(journeyId, editors);
  const expected = canonicalJson(map);
  await vi.waitFor(() => {
    for (const { client } of editors)
      expect(canonicalJson(resolve(client.doc))).toBe(expected);
  }, patience);
}

const kills = faultRuns.isLong ? 200 : 10;
/** A map has room for so many cards only. */
const killsPerMap = 20;
const typingMs = faultRuns.isLong ? 20 : 5;

test(
  "[I9][C1][FT-01][FT-02] whenever the server is killed, with or without everybody's browser, all that was acknowledged is in a fresh load",
  { timeout: faultRuns.isLong ? 3_600_000 : 240_000 },
  async () => {
    let journeyId = "";
    let editors: Editor[] = [];
    const seen = { promises: 0, longestMs: 0 };
    await server.start();
    for (let kill = 0; kill < kills; kill++) {
      if (kill % killsPerMap === 0) {
        for (const { client } of editors) client.destroy();
        journeyId = await createJourney(smallSeed, app.workspace.id);
        editors = await newEditors(journeyId);
      }
      const { killed } = await typeUntilKill(editors, kill);
      const isEverybody = kill % 2 === 1;
      if (isEverybody) for (const editor of editors) editor.die();
      await killed;
      seen.promises += (await expectStored(journeyId, editors)).promises;
      await server.start();
      const startedAt = Date.now();
      if (isEverybody) editors = await newEditors(journeyId);
      await expectEqual(journeyId, editors);
      seen.longestMs = Math.max(seen.longestMs, Date.now() - startedAt);
    }
    tellFigure("C1", `${kills} kills, ${JSON.stringify(seen)}`);
    for (const { client } of editors) client.destroy();
    await server.kill();
  },
);
