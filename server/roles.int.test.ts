import { mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { grantAppRole } from "@/scripts/app-role.mjs";
import { freePort, run } from "@/scripts/processes.mjs";
import { appPassword } from "@/scripts/shared-postgres.mjs";
import { requestReset } from "@/server/commands/mail-account-step";
import { prisma } from "@/server/db/prisma";
import { env } from "@/server/env";
import { startTestApp, type TestApp } from "@/test/app";
import {
  bundleProgram,
  childProgram,
  type ChildProgram,
} from "@/test/child-program";

let app: TestApp;
let server: ChildProgram;
let folder: string;
let port: number;

beforeAll(async () => {
  app = await startTestApp();
  folder = await mkdtemp(path.join(tmpdir(), "waymark-roles-"));
  port = await freePort();
  server = await childProgram("server/main.ts", {
    ROLES: "jobs",
    PORT: String(port),
    DATABASE_URL: await grantAppRole(app.databaseUrl, appPassword),
    DATA_DIR: app.dataDir,
    AUTH_SECRET: env.AUTH_SECRET,
    HEALTH_FILE: path.join(folder, "health"),
  });
});
afterAll(async () => {
  await server.remove();
  await app.stop();
  await rm(folder, { recursive: true });
});

test("[2.4] no server starts over a PostgreSQL that forgets what it called stored, and it says which setting that is", async () => {
  const { outfile, remove } = await bundleProgram("server/main.ts");
  const careless = new URL(app.databaseUrl);
  careless.searchParams.set("options", "-c synchronous_commit=off");
  const ended = run(process.execPath, [outfile], {
    // One that starts after all would never end.
    timeout: 60_000,
    env: {
      NODE_ENV: "test",
      LOG_LEVEL: "fatal",
      ROLES: "sync",
      PORT: String(port),
      DATABASE_URL: careless.href,
      DATA_DIR: app.dataDir,
      AUTH_SECRET: env.AUTH_SECRET,
    },
  });
  await expect(ended).rejects.toMatchObject({
    code: 1,
    output: expect.stringMatching(/synchronous_commit = off: switch it on/),
  });
  await remove();
});

const isOpen = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(true));
    socket.on("error", () => resolve(false));
    socket.on("close", () => socket.destroy());
  });

test("a process without jobs queues them, one with jobs alone does them and opens no port", async () => {
  const email = "roles@people.example";
  await app.addPerson("roles", email);
  await requestReset(email);
  expect(await prisma().outgoingMail.count()).toBe(0);
  await server.start();
  const patience = { timeout: 20_000, interval: 50 };
  await vi.waitFor(async () => {
    const { sentAt } = await prisma().outgoingMail.findFirstOrThrow();
    expect(sentAt).not.toBeNull();
  }, patience);
  const health = await readFile(path.join(folder, "health"), "utf8");
  expect(Date.now() - Date.parse(health.trim())).toBeLessThan(60_000);
  expect(await isOpen()).toBe(false);
  expect(await server.stop()).toBe(0);
});
