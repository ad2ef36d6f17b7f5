import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { createWorld } from "@/test/matrix/world";
import { atWork, endWork, stopWorks } from "./works";

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  const world = await createWorld(app);
  ({ workId: id } = await world.importWork());
});

const row = () => prisma().importWork.findUniqueOrThrow({ where: { id } });
const until = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

describe("[R58] what a process works on", () => {
  test("says in its row how far it is, and again and again that it goes on", async () => {
    const { seenAt } = await row();
    await atWork(id, async ({ tell }) => {
      tell({ step: "reading", done: 0, total: 10 });
      tell({ step: "checking", done: 3, total: 9 });
      await vi.waitFor(
        async () =>
          expect(await row()).toMatchObject({
            step: "checking",
            done: 3,
            total: 9,
          }),
        { timeout: 60_000 },
      );
      const first = (await row()).seenAt;
      expect(first.getTime()).toBeGreaterThan(seenAt.getTime());
      await vi.waitFor(
        async () =>
          expect((await row()).seenAt.getTime()).toBeGreaterThan(
            first.getTime(),
          ),
        { timeout: 60_000 },
      );
    });
  });

  test("ends once its row was ended by another process", async () => {
    await atWork(id, async ({ signal }) => {
      await endWork(id, { state: "cancelled" });
      await until(signal);
    });
    expect(await endWork(id, { state: "done" })).toBe(false);
    expect((await row()).state).toBe("cancelled");
  });

  test("ends with the process, which waits for it", async () => {
    let isOver = false;
    const working = atWork(id, async ({ signal }) => {
      await until(signal);
      await Promise.resolve();
      isOver = true;
    });
    await stopWorks();
    expect(isOver).toBe(true);
    expect((await row()).state).toBe("stopped");
    await working;
  });

  test("that throws is no more worked on", async () => {
    const broken = new Error("The disk is full");
    await expect(atWork(id, () => Promise.reject(broken))).rejects.toBe(broken);
    await stopWorks();
    expect((await row()).state).toBe("running");
  });
});
