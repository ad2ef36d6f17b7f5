import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import pg from "pg";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { documentOf } from "@/server/log/document-of";
import { PostgresLog } from "@/server/log/postgres";
import { startTestApp, type TestApp } from "@/test/app";
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
    env: { LIMIT_CONNECTS_PER_MINUTE: "100000", LIMIT_SOCKETS_PER_USER: "100" },
  });
  pool = new pg.Pool({ connectionString: app.databaseUrl, max: 4 });
  server = await childServer();
});
afterAll(async () => {
  await server.remove();
  await pool.end();
  await app.stop();
});

const connect = (journeyId: string, person: "editor" | "admin" = "editor") =>
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

test(
  "[I9][C1][FT-01] ten kills in the middle of edits lose nothing that was acknowledged",
  { timeout: 300_000 },
  async () => {
    const journeyId = await createJourney(smallSeed, app.workspace.id);
    await server.start();
    const editors = (["editor", "admin", "editor", "admin"] as const).map(
      (person) => new Editor(connect(journeyId, person)),
    );
    await Promise.all(editors.map(({ client }) => client.synced()));
    const typing = setInterval(
      () => editors.forEach((editor) => editor.addCard()),
      15,
    );
    let known = 0;
    for (let round = 0; round < 10; round++) {
      const count = () =>
        editors.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
      await vi.waitFor(() => expect(count()).toBeGreaterThan(known + 20), {
        timeout: 20_000,
      });
      // Where in a turn, a commit or a broadcast it hits differs from round to round.
      await pause(Math.random() * 30);
      await server.kill();
      known = count();
      const { texts } = await storedMap(journeyId);
      for (const { acknowledged } of editors) {
        for (const text of acknowledged) expect(texts).toContain(text);
      }
      await server.start();
    }
    clearInterval(typing);
    // Whoever is still there brings back what was not acknowledged either.
    await Promise.all(editors.map(({ client }) => client.synced()));
    await Promise.all(editors.map(({ client }) => client.acknowledged()));
    const { map } = await storedMap(journeyId);
    const expected = canonicalJson(map);
    await vi.waitFor(
      () => {
        for (const { client } of editors)
          expect(canonicalJson(resolve(client.doc))).toBe(expected);
      },
      { timeout: 20_000 },
    );
    for (const { client } of editors) client.destroy();
    await server.kill();
  },
);

test("[FT-02] edits that were acknowledged survive when server and clients die in the same moment", async () => {
  const journeyId = await createJourney(smallSeed, app.workspace.id);
  await server.start();
  const editors = Array.from(
    { length: 4 },
    () => new Editor(connect(journeyId)),
  );
  await Promise.all(editors.map(({ client }) => client.synced()));
  const typing = setInterval(
    () => editors.forEach((editor) => editor.addCard()),
    10,
  );
  await vi.waitFor(
    () => expect(editors[0]!.acknowledged.size).toBeGreaterThan(30),
    {
      timeout: 20_000,
    },
  );
  const killed = server.kill();
  clearInterval(typing);
  for (const { client } of editors) client.destroy();
  await killed;
  const { texts } = await storedMap(journeyId);
  for (const { acknowledged } of editors) {
    for (const text of acknowledged) expect(texts).toContain(text);
  }
});

test("[FT-04] a deploy stores what was typed, asks everybody back and leaves a snapshot", async () => {
  const journeyId = await createJourney(smallSeed, app.workspace.id);
  await server.start();
  const editor = new Editor(connect(journeyId));
  await editor.client.synced();
  for (let count = 0; count < 10; count++) editor.addCard();
  await editor.client.acknowledged();
  const stopping = server.stop();
  await vi.waitFor(() => expect(editor.client.closes).toContain(1012), {
    timeout: 20_000,
  });
  expect(await stopping).toBe(0);
  const { rows } = await pool.query<{
    seq: string;
    head_seq: string;
    proj_seq: string;
  }>(
    `SELECT s.seq, h.head_seq, p.proj_seq FROM document_head h
     JOIN document_state p USING (journey_id) JOIN document_snapshot s USING (journey_id)
     WHERE journey_id = $1`,
    [journeyId],
  );
  expect(rows[0]).toBeDefined();
  expect(rows[0]?.seq).toBe(rows[0]?.head_seq);
  expect(rows[0]?.proj_seq).toBe(rows[0]?.head_seq);
  await server.start();
  await editor.client.synced();
  editor.client.destroy();
  await server.kill();
});
