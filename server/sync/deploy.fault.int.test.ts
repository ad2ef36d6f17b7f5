import { afterAll, beforeAll, expect, test, vi } from "vitest";
import pg from "pg";
import type { JourneySeed } from "@/lib/journey/seed";
import { resolve } from "@/lib/journey/resolve";
import { documentOf } from "@/server/log/document-of";
import { PostgresLog } from "@/server/log/postgres";
import { freePort } from "@/scripts/processes.mjs";
import { startTestApp, type TestApp } from "@/test/app";
import { childProgram } from "@/test/child-program";
import { faultRuns, tellFigure } from "@/test/fault-runs";
import { childServer, type ChildServer } from "@/test/socket-server";
import { Editor } from "./testing/editor";
import { createJourney } from "./testing/lab";
import { Onlooker } from "./testing/onlooker";
import { smallSeed } from "./testing/seed";
import type { Answer, Question, Seats } from "./testing/crowd-process";
import type { AnswerFigures } from "./testing/ready-answer";
import type { Figures } from "./testing/socket-process";
import { stockClient } from "./testing/stock-client";

let app: TestApp;
let pool: pg.Pool;
const servers: ChildServer[] = [];
beforeAll(async () => {
  app = await startTestApp({
    env: {
      LIMIT_CONNECTS_PER_MINUTE: "100000",
      LIMIT_SOCKETS_PER_USER: "1000",
      LIMIT_SOCKETS_PER_MAP: "1000",
    },
  });
  pool = new pg.Pool({ connectionString: app.databaseUrl, max: 4 });
  for (let at = 0; at < (faultRuns.isLong ? 2 : 1); at++)
    servers.push(await childServer());
});
afterAll(async () => {
  for (const server of servers) await server.remove();
  await pool.end();
  await app.stop();
});

/** Hundreds of onlookers elsewhere; answers when they did what was asked. */
type Crowd = (question: Question) => Promise<Answer>;

const patience = { timeout: 30_000 };

const connect = ({ address, port }: ChildServer, journeyId: string) =>
  stockClient({
    address,
    journeyId,
    headers: {
      ...app.people.editor.headers,
      origin: `http://localhost:${port}`,
    },
    hasExtension: true,
  });

/** Everything that was acknowledged is in a fresh load. */
async function expectStored(journeyId: string, editor: Editor) {
  const read = await new PostgresLog(pool, () => undefined).load(journeyId);
  const { cells } = resolve(documentOf(read!));
  const cards = Object.values(cells).flat();
  const texts = new Set(cards.map(({ text }) => text));
  for (const text of editor.acknowledged) expect(texts).toContain(text);
}

/** Four megabytes of it where that is asked for. */
const seedOf = (lanes: number): JourneySeed => ({
  ...smallSeed,
  lanes: Array.from({ length: lanes }, (_, lane) => ({
    key: `l${lane}`,
    kind: "text" as const,
    title: "Needs",
    cards: {
      s1: Array.from({ length: 50 }, () => ({ text: "x".repeat(2_000) })),
    },
  })),
});

const onlooker = ({ address, port }: ChildServer, journeyId: string) =>
  new Onlooker(`${address}/${journeyId}`, {
    ...app.people.viewer.headers,
    origin: `http://localhost:${port}`,
  });

const p99 = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)];

test(
  "[C23][FT-04] a deploy under many clients and typing stores what was acknowledged, asks everybody back, spread out, and leaves a snapshot",
  { timeout: 300_000 },
  async () => {
    const [server] = servers as [ChildServer];
    const journeyId = await createJourney(seedOf(2), app.workspace.id);
    await server.start();
    const editor = new Editor(connect(server, journeyId));
    await editor.client.synced();
    const crowd = Array.from({ length: 30 }, () => onlooker(server, journeyId));
    await Promise.all(crowd.map(({ joined }) => joined));
    const typing = setInterval(() => editor.addCard(), 10);
    await vi.waitFor(
      () => expect(editor.acknowledged.size).toBeGreaterThan(10),
      patience,
    );
    const ends = crowd.map((one) => one.ends());
    const stopping = server.stop();
    const closes = await Promise.all(ends);
    expect(await stopping).toBe(0);
    clearInterval(typing);
    expect(new Set(closes.map(({ code }) => code))).toEqual(new Set([1012]));
    expect(editor.client.closes[0]).toBe(1012);
    await expectStored(journeyId, editor);
    const { rows } = await pool.query<Record<string, string>>(
      `SELECT max(s.seq) AS snapshot, max(h.head_seq) AS head, max(p.proj_seq) AS rows
       FROM document_head h JOIN document_state p USING (journey_id)
       JOIN document_snapshot s USING (journey_id) WHERE journey_id = $1`,
      [journeyId],
    );
    expect(rows[0]?.["snapshot"]).toBe(rows[0]?.["head"]);
    expect(rows[0]?.["rows"]).toBe(rows[0]?.["head"]);

    await server.start();
    const back = Array.from({ length: 30 }, () => onlooker(server, journeyId));
    await Promise.all(back.map(({ joined }) => joined));
    await editor.client.synced();
    await editor.client.acknowledged();
    await expectStored(journeyId, editor);
    for (const one of back) one.leave();
    editor.client.destroy();
    await server.kill();
  },
);

const most = 300;

const seatsAt = (
  { address, port }: ChildServer,
  journeyId: string,
  count: number,
): Seats => ({
  url: `${address}/${journeyId}`,
  headers: {
    ...app.people.viewer.headers,
    origin: `http://localhost:${port}`,
  },
  count,
});

/** A deploy takes one node away: whoever sat there comes to the other. */
async function roll(
  { from, to }: { from: ChildServer; to: ChildServer },
  journeyId: string,
  { crowd, editor, moving }: { crowd: Crowd; editor: Editor; moving: number },
): Promise<Editor> {
  await to.ask();
  const typing = setInterval(() => editor.addCard(), 50);
  const known = editor.acknowledged.size;
  await vi.waitFor(
    () => expect(editor.acknowledged.size).toBeGreaterThan(known + 10),
    patience,
  );
  const startedAt = Date.now();
  const moved = crowd({
    kind: "move",
    from: `${from.address}/${journeyId}`,
    seats: seatsAt(to, journeyId, moving),
  });
  const stopping = from.stop();
  const { comings, cpuMs: theirs } = await moved;
  const { loopDelayMs, cpuMs } = (await to.ask()) as Figures;
  expect(await stopping).toBe(0);
  clearInterval(typing);
  await expectStored(journeyId, editor);
  editor.client.provider.destroy();
  const next = new Editor(connect(to, journeyId));
  await next.client.synced();
  for (const text of editor.acknowledged) next.acknowledged.add(text);
  expect(comings).toHaveLength(moving);
  const spread = comings.map(({ end }) => end!.at - startedAt);
  const tries = comings.map(({ attempts }) => attempts);
  const asked = comings.filter(({ end }) => end!.code === 1012).length;
  expect(asked).toBeGreaterThan(0.9 * moving);
  tellFigure(
    "C23",
    `${moving} of ${most} moved, ${asked} of them asked to: within ${Math.min(...spread)} to ${Math.max(...spread)} ms; joining p99 ${p99(comings.map(({ joinMs }) => joinMs))} ms, in ${Math.max(...tries)} attempts at most; loop delay p99 ${loopDelayMs} ms; processor time of the server ${cpuMs} ms, of the ${moving} ${theirs} ms`,
  );
  return next;
}

/** The same crowd at a program that only hands out a ready answer: what no server on this machine could beat. */
async function tellBound(crowd: Crowd) {
  const port = await freePort();
  const plain = await childProgram("server/sync/testing/ready-answer.ts", {
    PORT: String(port),
  });
  await plain.start();
  await plain.ask();
  const seats = {
    url: `ws://localhost:${port}/plain`,
    headers: {},
    count: most,
  };
  const { comings, cpuMs } = await crowd({
    kind: "sit",
    seats,
    withinMs: 5_000,
  });
  const { bytes, loopDelayMs } = (await plain.ask()) as AnswerFigures;
  tellFigure(
    "C23",
    `a ready answer of ${bytes} bytes, handed to ${most} within five seconds by a program that does nothing else: joining p99 ${p99(comings.map(({ joinMs }) => joinMs))} ms; loop delay p99 ${loopDelayMs} ms; processor time of the ${most} ${cpuMs} ms`,
  );
  await plain.remove();
}

test.runIf(faultRuns.isLong)(
  "[C23] two nodes are taken away one after the other under three hundred people on a map of four megabytes, and nothing acknowledged is lost",
  { timeout: 1_200_000 },
  async () => {
    const [one, two] = servers as [ChildServer, ChildServer];
    const program = await childProgram(
      "server/sync/testing/crowd-process.ts",
      {},
    );
    const crowd: Crowd = async (question) =>
      (await program.ask(question)) as Answer;
    const journeyId = await createJourney(seedOf(40), app.workspace.id);
    await Promise.all([one.start(), two.start(), program.start()]);
    for (const server of [one, two])
      await crowd({
        kind: "sit",
        seats: seatsAt(server, journeyId, most / 2),
        withinMs: 0,
      });
    const editor = new Editor(connect(one, journeyId));
    await editor.client.synced();
    const moved = await roll({ from: one, to: two }, journeyId, {
      crowd,
      editor,
      moving: most / 2,
    });
    await one.start();
    const end = await roll({ from: two, to: one }, journeyId, {
      crowd,
      editor: moved,
      moving: most,
    });
    end.client.destroy();
    await one.kill();
    await tellBound(crowd);
    await program.remove();
  },
);
