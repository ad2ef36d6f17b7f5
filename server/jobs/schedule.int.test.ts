import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { queueRevision } from "@/scripts/job-queue.mjs";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { until } from "@/test/until";
import { enqueue } from "./enqueue";
import { startJobs } from "./runner";
import { taskPayloads, type TaskHandlers, type TaskName } from "./tasks";

const times = { beatMs: 100, deadMs: 700, pollMs: 100 };
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await pool().query("DELETE FROM graphile_worker._private_jobs");
});
afterAll(() => app.stop());

function recorders() {
  const done: TaskName[] = [];
  const handlers = Object.fromEntries(
    Object.keys(taskPayloads).map((name) => [
      name,
      () => {
        done.push(name as TaskName);
        return Promise.resolve();
      },
    ]),
  ) as unknown as TaskHandlers;
  return { done, handlers };
}

const areAlive = async (count: number) =>
  (await prisma().jobRunner.count()) === count;

test("the queue's tables are of the version that the code expects", async () => {
  const { rows } = await pool().query<{ id: number }>(
    "SELECT max(id) AS id FROM graphile_worker.migrations",
  );
  expect(rows[0]?.id).toBe(queueRevision);
});

test("what fell into a time when nothing ran is made up for, once for all processes together", async () => {
  await pool().query(
    `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
     VALUES ('purge-bin', now() - interval '9 days', now() - interval '3 days')
     ON CONFLICT (identifier) DO UPDATE SET last_execution = excluded.last_execution`,
  );
  const { done, handlers } = recorders();
  const both = [startJobs({ handlers, times }), startJobs({ handlers, times })];
  await until(() => done.includes("purge-bin"));
  await until(() => areAlive(2));
  await Promise.all(both.map((jobs) => jobs.stop()));
  const third = startJobs({ handlers, times });
  await until(() => areAlive(1));
  await third.stop();
  expect(done.filter((name) => name === "purge-bin")).toEqual(["purge-bin"]);
});

test("a job of a process that died without a word is done by another", async () => {
  const key = "held";
  await prisma().$transaction((tx) =>
    enqueue({ task: "sweep-files", payload: {}, key }, tx),
  );
  await pool().query(
    `UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now(), attempts = 1`,
  );
  const { done, handlers } = recorders();
  const jobs = startJobs({ handlers, times });
  await until(() => done.includes("sweep-files"));
  await jobs.stop();
});

test("a job of a process that is slow stays its own while it shows that it lives", async () => {
  const { handlers } = recorders();
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slow = vi.fn(() => finished);
  const all = { ...handlers, "sweep-files": slow };
  const both = [1, 2].map(() => startJobs({ handlers: all, times }));
  await until(() => areAlive(2));
  await prisma().$transaction((tx) =>
    enqueue({ task: "sweep-files", payload: {}, key: "slow" }, tx),
  );
  await until(() => slow.mock.calls.length > 0);
  const since = Date.now();
  // Twice the time after which it would count as dead.
  await until(() => Date.now() - since > 2 * times.deadMs);
  expect(slow).toHaveBeenCalledTimes(1);
  finish();
  await Promise.all(both.map((jobs) => jobs.stop()));
});

test("a job that fails is tried again, and its error tells nothing that it was handed", async () => {
  const { handlers } = recorders();
  const failing = vi.fn(() => Promise.reject(new Error("not today")));
  const jobs = startJobs({
    handlers: { ...handlers, "mail-reset": failing },
    times,
  });
  await prisma().$transaction(
    (tx) =>
      tx.$queryRaw`SELECT id FROM graphile_worker.add_job('mail-reset', '{"id":"ada@mail.example"}'::json)`,
  );
  const errorOf = async () => {
    const { rows } = await pool().query<{ last_error: string | null }>(
      "SELECT last_error FROM graphile_worker.jobs",
    );
    return rows[0]?.last_error ?? null;
  };
  await until(async () => (await errorOf()) !== null);
  await jobs.stop();
  expect(failing).not.toHaveBeenCalled();
  expect(await errorOf()).toBe("not what this job is handed");
});
