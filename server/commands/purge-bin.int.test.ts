import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import { onAccessChange, type AccessChange } from "@/server/access-changes";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { env } from "@/server/env";
import { closeDisk } from "@/server/files/disk";
import { enqueue } from "@/server/jobs/enqueue";
import { PostgresLog } from "@/server/log/postgres";
import { ProjectionWriter } from "@/server/projection/projector";
import { readDocument } from "@/server/sync/door";
import { startTestApp, type TestApp } from "@/test/app";
import { childProgram, type ChildProgram } from "@/test/child-program";
import { createWorld, type World } from "@/test/matrix/world";
import { until } from "@/test/until";
import { purgeBin } from "./purge-bin";

const dayMs = 24 * 60 * 60 * 1000;
const base = "/workspaces/acme";
const patience = { timeout: 10_000, interval: 20 };
let app: TestApp;
let world: World;
let worker: ChildProgram;

beforeAll(async () => {
  app = await startTestApp({ env: { BIN_DAYS: "10" } });
  closeDisk();
  await mkdir(path.join(app.dataDir, "files"));
  world = await createWorld(app);
  worker = await childProgram("server/jobs/testing/jobs-process.ts", {
    DATABASE_URL: app.databaseUrl,
    DATA_DIR: app.dataDir,
    AUTH_SECRET: env.AUTH_SECRET,
  });
});
afterAll(async () => {
  await worker.remove();
  await app.stop();
  closeDisk();
});

const owner = {
  fetch: (...asked: Parameters<TestApp["people"]["owner"]["fetch"]>) =>
    app.people.owner.fetch(...asked),
  send: (...asked: Parameters<TestApp["people"]["owner"]["send"]>) =>
    app.people.owner.send(...asked),
};

async function countFiles(): Promise<number> {
  const folder = path.join(app.dataDir, "files");
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).length;
}

/** A journey with a card, a file and a share link, which has been in the bin for so long. */
async function binned(days: number): Promise<string> {
  const { journeyId } = await world.task();
  await owner.fetch(`${base}/journeys/${journeyId}/files?name=a.png`, {
    method: "POST",
    body: world.png.slice(),
    headers: { "content-type": "image/png" },
  });
  await owner.send("POST", `${base}/journeys/${journeyId}/share-links`, {});
  await owner.send("DELETE", `${base}/journeys/${journeyId}`);
  await prisma().journey.update({
    where: { id: journeyId },
    data: { deletedAt: new Date(Date.now() - days * dayMs) },
  });
  return journeyId;
}

/** In how many tables something speaks of a journey; the audit may. */
async function tablesWith(journeyId: string): Promise<string[]> {
  const { rows } = await pool().query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name IN ('journeyId', 'journey_id')`,
  );
  const asked = [...rows, { table: "Journey", column: "id" }].map(
    async ({ table, column }) => {
      const { rowCount } = await pool().query(
        `SELECT 1 FROM "${table}" WHERE "${column}" = $1 LIMIT 1`,
        [journeyId],
      );
      return rowCount ? [table] : [];
    },
  );
  return (await Promise.all(asked)).flat();
}

const holding = new Set<pg.Client>();
const release = async (client: pg.Client) => {
  if (holding.delete(client)) await client.end();
};
// A test that failed while it held something must not keep the others waiting.
afterEach(() => Promise.all([...holding].map(release)));

/** Keeps others from rows or a table until it is let go. */
async function hold(sql: string) {
  const client = new pg.Client(app.databaseUrl);
  await client.connect();
  holding.add(client);
  await client.query("BEGIN");
  await client.query(sql);
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pg_backend_pid() AS pid`,
  );
  // Not whoever waits for anything: the room of a map writes its rows by itself, and is waited for as well.
  const waiting = `WITH RECURSIVE waiting (pid) AS (
      SELECT pid FROM pg_stat_activity WHERE ${rows[0]!.pid} = ANY (pg_blocking_pids(pid))
      UNION
      SELECT a.pid FROM pg_stat_activity a JOIN waiting w ON w.pid = ANY (pg_blocking_pids(a.pid)))`;
  return {
    /** By others, or by others who wait for those. */
    async isWaitedFor(by = 1) {
      const { rowCount } = await pool().query(
        `${waiting} SELECT pid FROM waiting`,
      );
      return (rowCount ?? 0) >= by;
    },
    letThrough: () => release(client),
    async letGo() {
      // The killed worker's last statement is still waiting and would be carried out.
      await pool().query(
        `${waiting} SELECT pg_terminate_backend(pid) FROM waiting`,
      );
      await release(client);
    },
  };
}

describe("what has been in the bin", () => {
  test("[UP-12] longer than BIN_DAYS goes for good, with its log, rows, links and files", async () => {
    const before = await countFiles();
    const journeyId = await binned(11);
    expect(await tablesWith(journeyId)).toContain("document_update");
    expect(await countFiles()).toBe(before + 2);
    const changes: AccessChange[] = [];
    const stop = onAccessChange((change) => changes.push(change));
    expect(await purgeBin(new Date())).toEqual({ journeys: 1, files: 1 });
    stop();
    expect(changes).toEqual([
      { kind: "ended", filter: { journeyId }, code: 4404 },
    ]);
    expect(await tablesWith(journeyId)).toEqual([]);
    expect(await countFiles()).toBe(before);
    expect(
      await prisma().auditEvent.count({
        where: { action: "journey:purge", subjectId: journeyId },
      }),
    ).toBe(1);
    expect(await purgeBin(new Date())).toEqual({ journeys: 0, files: 0 });
    const restored = await owner.send(
      "POST",
      `${base}/journeys/${journeyId}/restore`,
    );
    expect(restored.status).toBe(404);
  });

  test("[UP-12] is gone for good also where rows and a snapshot of it are being written", async () => {
    const journeyId = await binned(11);
    const { map } = await readDocument(journeyId);
    const log = new PostgresLog(pool(), () => undefined);
    const lock = await hold(`LOCK TABLE "FileObject" IN EXCLUSIVE MODE`);
    const purging = purgeBin(new Date());
    await vi.waitUntil(() => lock.isWaitedFor(), patience);
    const writing = Promise.all([
      new ProjectionWriter(pool()).write({
        journeyId,
        map,
        seq: 1_000,
        before: null,
      }),
      log.saveSnapshot(journeyId, {
        seq: 1_000,
        epoch: 1,
        schemaVersion: 1,
        stateVector: new Uint8Array([0]),
        data: new Uint8Array([0, 0]),
        hash: null,
      }),
    ]);
    await vi.waitUntil(() => lock.isWaitedFor(3), patience);
    await lock.letThrough();
    // Where each holds what the other waits for, the database ends one of them: a purge begins anew, after the writing.
    await writing;
    expect((await purging).journeys).toBe(1);
    expect(await tablesWith(journeyId)).toEqual([]);
  });

  test("less long stays, and so does what is archived", async () => {
    const young = await binned(9);
    const archived = await world.journey();
    await prisma().journey.update({
      where: { id: archived },
      data: { archivedAt: new Date(Date.now() - 900 * dayMs) },
    });
    expect(await purgeBin(new Date())).toEqual({ journeys: 0, files: 0 });
    const restored = await owner.send(
      "POST",
      `${base}/journeys/${young}/restore`,
    );
    expect(restored.status).toBe(200);
    expect(await tablesWith(archived)).toContain("document_head");
  });
});

describe("[FT-24] a worker that is killed while it empties the bin", () => {
  const begin = () =>
    prisma().$transaction((tx) =>
      enqueue({ task: "purge-bin", payload: {}, key: "purge-bin" }, tx),
    );

  test("before the rows are gone: all of it is still there, and goes the next time", async () => {
    const before = await countFiles();
    const journeyId = await binned(11);
    const lock = await hold(`LOCK TABLE "FileObject" IN EXCLUSIVE MODE`);
    await worker.start();
    await begin();
    await until(() => lock.isWaitedFor());
    await worker.kill();
    await lock.letGo();
    expect((await readDocument(journeyId)).map.stages.length).toBeGreaterThan(
      0,
    );
    expect(await countFiles()).toBe(before + 2);

    await worker.start();
    await until(async () => (await tablesWith(journeyId)).length === 0);
    expect(await countFiles()).toBe(before);
    await worker.stop();
  });

  test("between bytes and row of a file: the row goes the next time", async () => {
    const before = await countFiles();
    const journeyId = await binned(11);
    // Everything but the files is gone.
    const { id } = await prisma().fileObject.findFirstOrThrow({
      where: { journeyId },
    });
    await prisma().fileObject.update({
      where: { id },
      data: { deletedAt: new Date(0) },
    });
    await prisma().journey.delete({ where: { id: journeyId } });
    const lock = await hold(
      `SELECT 1 FROM "FileObject" WHERE id = '${id}' FOR UPDATE`,
    );
    await worker.start();
    await begin();
    await until(() => lock.isWaitedFor());
    expect(await countFiles()).toBe(before);
    await worker.kill();
    await lock.letGo();
    expect(await prisma().fileObject.count({ where: { id } })).toBe(1);

    await worker.start();
    await until(
      async () => (await prisma().fileObject.count({ where: { id } })) === 0,
    );
    await worker.stop();
  });
});
