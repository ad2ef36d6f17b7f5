import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import pg from "pg";
import WebSocket from "ws";
import type { JourneySeed } from "@/lib/journey/seed";
import { SYNC } from "@/lib/protocol/messages";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { documentOf } from "@/server/log/document-of";
import { PostgresLog } from "@/server/log/postgres";
import { startTestApp, type TestApp } from "@/test/app";
import { faultRuns, tellFigure } from "@/test/fault-runs";
import { childServer, type ChildServer } from "@/test/socket-server";
import { step1Frame } from "./frames";
import { Editor } from "./testing/editor";
import { createJourney } from "./testing/lab";
import { isSync } from "./testing/raw-socket";
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
  const editors = [...people, ...people].map(
    (person) => new Editor(connect(journeyId, person)),
  );
  await Promise.all(editors.map(({ client }) => client.synced()));
  return editors;
}

/**
 * Types until twenty more are acknowledged, and some milliseconds longer: each kill hits another moment. Every
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
    () => expect(countOf(editors)).toBeGreaterThan(known + 20),
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

const kills = faultRuns.isLong ? 200 : 4;
/** A map has room for so many cards only. */
const killsPerMap = 20;
const typingMs = faultRuns.isLong ? 20 : 5;

test(
  "[I9][C1][FT-01][FT-02] whenever the server is killed, with or without everybody's browser, all that was acknowledged is in a fresh load",
  { timeout: faultRuns.isLong ? 3_600_000 : 120_000 },
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

const onlookers = faultRuns.isLong ? 300 : 30;
/** Four megabytes of it where that is asked for. */
const largeSeed: JourneySeed = {
  ...smallSeed,
  lanes: Array.from({ length: faultRuns.isLong ? 40 : 2 }, (_, lane) => ({
    key: `l${lane}`,
    kind: "text" as const,
    title: "Needs",
    cards: {
      s1: Array.from({ length: 50 }, () => ({ text: "x".repeat(2_000) })),
    },
  })),
};

/** Somebody who only takes what comes: resolves with the milliseconds until the document was there. */
function onlooker(journeyId: string) {
  const headers = {
    ...app.people.viewer.headers,
    origin: `http://localhost:${server.port}`,
  };
  const startedAt = Date.now();
  const socket = new WebSocket(`${server.address}/${journeyId}`, { headers });
  socket.binaryType = "arraybuffer";
  socket.on("open", () => socket.send(step1Frame(new Uint8Array([0]))));
  socket.on("error", () => undefined);
  const joined = new Promise<number>((done) =>
    socket.on("message", (data) => {
      if (isSync(SYNC.step2)(new Uint8Array(data as ArrayBuffer)))
        done(Date.now() - startedAt);
    }),
  );
  const closed = new Promise<{ code: number; at: number }>((done) =>
    socket.once("close", (code) => done({ code, at: Date.now() })),
  );
  return { joined, closed, leave: () => socket.terminate() };
}

const p99 = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)];

test(
  "[C23][FT-04] a deploy under many clients and typing stores what was acknowledged, asks everybody back, spread out, and leaves a snapshot",
  { timeout: 300_000 },
  async () => {
    const journeyId = await createJourney(largeSeed, app.workspace.id);
    await server.start();
    const editor = new Editor(connect(journeyId));
    await editor.client.synced();
    const crowd = Array.from({ length: onlookers }, () => onlooker(journeyId));
    await Promise.all(crowd.map(({ joined }) => joined));
    const typing = setInterval(() => editor.addCard(), 10);
    await vi.waitFor(
      () => expect(editor.acknowledged.size).toBeGreaterThan(10),
      patience,
    );
    const startedAt = Date.now();
    const stopping = server.stop();
    const closes = await Promise.all(crowd.map(({ closed }) => closed));
    expect(await stopping).toBe(0);
    clearInterval(typing);
    expect(new Set(closes.map(({ code }) => code))).toEqual(new Set([1012]));
    expect(editor.client.closes[0]).toBe(1012);
    const spread = closes.map(({ at }) => at - startedAt);
    await expectStored(journeyId, [editor]);
    const { rows } = await pool.query<Record<string, string>>(
      `SELECT max(s.seq) AS snapshot, max(h.head_seq) AS head, max(p.proj_seq) AS rows
       FROM document_head h JOIN document_state p USING (journey_id)
       JOIN document_snapshot s USING (journey_id) WHERE journey_id = $1`,
      [journeyId],
    );
    expect(rows[0]?.["snapshot"]).toBe(rows[0]?.["head"]);
    expect(rows[0]?.["rows"]).toBe(rows[0]?.["head"]);

    await server.start();
    const back = Array.from({ length: onlookers }, () => onlooker(journeyId));
    const joins = await Promise.all(back.map(({ joined }) => joined));
    await editor.client.synced();
    await editor.client.acknowledged();
    const { texts } = await storedMap(journeyId);
    for (const text of editor.acknowledged) expect(texts).toContain(text);
    tellFigure(
      "C23",
      `${onlookers} closed within ${Math.min(...spread)} to ${Math.max(...spread)} ms; joining all at once again p99 ${p99(joins)} ms`,
    );
    for (const { leave } of back) leave();
    editor.client.destroy();
    await server.kill();
  },
);
