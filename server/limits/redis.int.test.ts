import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { logger } from "@/server/logger";
import { startTestApp, type TestApp } from "@/test/app";
import { openBrowser } from "@/test/browser";
import { ownRedis } from "@/test/redis";
import { spend } from "./spend";
import { closeLimits } from "./stores";

const redis = await ownRedis();
const wrong = "wrong but long enough";
let app: TestApp;
let counter = 0;

const freshKey = () => `key ${(counter += 1)}`;
const freshIp = () => `198.51.100.${(counter += 1)}`;

type Node = Record<string, unknown>;
const kept = ["waymarkLimiters", "waymarkLimitRedis"];

/** Takes what one node keeps out of this process and puts what another keeps into its place. */
function swap(next: Node): Node {
  const holder = globalThis as Node;
  const before = Object.fromEntries(kept.map((name) => [name, holder[name]]));
  for (const name of kept) {
    if (next[name] === undefined) delete holder[name];
    else holder[name] = next[name];
  }
  return before;
}

/** The same code in a second node: counters and a connection of its own, the same stores. */
function secondNode() {
  let own: Node = {};
  const there = <T>(work: () => T): T => {
    const here = swap(own);
    try {
      return work();
    } finally {
      own = swap(here);
    }
  };
  return {
    spend: async (...use: Parameters<typeof spend>) =>
      there(() => spend(...use)),
    close: () => there(closeLimits),
  };
}

beforeAll(async () => {
  await redis?.start();
  app = await startTestApp({ env: { REDIS_URL: redis?.url ?? "" } });
});
beforeEach(async () => {
  await redis?.start();
  await prisma().rateLimit.deleteMany();
  closeLimits();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await redis?.kill();
});
afterAll(() => app.stop());

const rowsOf = () => prisma().rateLimit.count();

describe.runIf(redis)("counting in Redis", () => {
  test("[RL-03] of a hundred at once on two nodes exactly the allowed number pass, from the first on", async () => {
    const other = secondNode();
    for (const name of ["resetAccount", "signInAccount"] as const) {
      const allowed = name === "resetAccount" ? 3 : 10;
      const key = freshKey();
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          index % 2 === 0 ? spend(name, key) : other.spend(name, key),
        ),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(allowed);
    }
    // Nothing was counted beside Redis while the connections were being made.
    expect(await rowsOf()).toBe(0);
    other.close();
  });

  test("[RL-03] of a hundred at the border one more passes, wherever it is asked", async () => {
    const other = secondNode();
    const key = freshKey();
    for (let used = 0; used < 9; used += 1)
      await (used % 2 ? spend : other.spend)("signInAccount", key);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 ? spend : other.spend)("signInAccount", key),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    other.close();
  });

  test("[RL-02] [FT-10] with Redis gone sign-in and reset are still limited, by what the nodes share, with an alarm", async () => {
    const other = secondNode();
    await spend("signInAccount", freshKey());
    await redis!.kill();
    const alarm = vi.spyOn(logger(), "error");
    for (const [name, allowed] of [
      ["signInAccount", 10],
      ["resetAccount", 3],
    ] as const) {
      const key = freshKey();
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 ? spend : other.spend)(name, key),
        ),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(allowed);
    }
    expect(alarm).toHaveBeenCalledWith(
      expect.objectContaining({ limit: "resetAccount" }),
      "limit counter unavailable",
    );
    expect(await rowsOf()).toBeGreaterThan(0);
    other.close();
  });

  test("[RL-02] with Redis gone people sign in, programs call and guessers wait", async () => {
    const email = `redis${(counter += 1)}@limits.example`;
    const password = "correct horse battery staple";
    const home = openBrowser(app, { ip: freshIp() });
    await home.send("POST", "/account", {
      email,
      name: "Anna",
      password,
      locale: "en",
    });
    await redis!.kill();
    const { tokR } = app.people;
    const answer = await tokR.fetch(`/workspaces/${app.workspace.slug}`);
    expect(answer.status).toBe(200);
    const ip = freshIp();
    const guess = async () =>
      (await openBrowser(app, { ip }).signIn(email, wrong)).status;
    for (let index = 0; index < 10; index += 1) expect(await guess()).toBe(401);
    expect(await guess()).toBe(429);
    const [elsewhere, reset] = [freshIp(), freshIp()];
    expect(
      (await openBrowser(app, { ip: elsewhere }).signIn(email, password))
        .status,
    ).toBe(429);
    const ask = async () =>
      (
        await openBrowser(app, { ip: reset }).send("POST", "/account/reset", {
          email,
        })
      ).status;
    for (let index = 0; index < 3; index += 1) expect(await ask()).toBe(202);
    expect(await ask()).toBe(429);
  });

  test("[RL-02] a Redis that hangs holds nobody up for ever", async () => {
    const key = freshKey();
    await spend("signInAccount", key);
    redis!.hang();
    expect((await spend("signInAccount", key)).ok).toBe(true);
  });

  test("[RL-02] with Redis and PostgreSQL gone each node still counts", async () => {
    await redis!.kill();
    vi.spyOn(pool(), "query").mockRejectedValue(new Error("gone") as never);
    const key = freshKey();
    const answers = [];
    for (let index = 0; index < 12; index += 1)
      answers.push((await spend("signInAccount", key)).ok);
    expect(answers.filter(Boolean)).toHaveLength(10);
  });

  test("[RL-02] Redis is asked again when it is back", async () => {
    const key = freshKey();
    await redis!.kill();
    await spend("resetAccount", key);
    await redis!.start();
    await vi.waitUntil(async () => {
      const before = await rowsOf();
      await spend("resetAddress", freshKey());
      return (await rowsOf()) === before;
    }, 20_000);
  });
});
