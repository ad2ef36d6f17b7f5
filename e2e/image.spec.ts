import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test as base } from "@playwright/test";
import { startDatabase } from "../scripts/database.mjs";
import { freePort } from "../scripts/processes.mjs";
import { readImage, timesIn, unpackImage } from "./image";

type Program = (
  app: string,
  command: readonly string[],
  env: Record<string, string>,
) => { readonly child: ChildProcess; readonly ended: Promise<unknown[]> };

interface Fixtures {
  /** An empty folder that goes when the test has ended. */
  readonly folder: string;
  /** An empty database, by its owner's address. */
  readonly databaseUrl: string;
  /** Runs a program of the image in its folder, with nothing of our surroundings but the PATH. */
  readonly start: Program;
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the braces what this needs: nothing.
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "waymark-image-"));
    await chmod(folder, 0o755);
    await use(folder);
    await rm(folder, { recursive: true });
  },
  databaseUrl: async ({ folder }, use) => {
    const database = await startDatabase({
      folder: path.join(folder, "postgres"),
    });
    await use(database.url);
    await database.stop();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the braces what this needs: nothing.
  start: async ({}, use) => {
    const children: ChildProcess[] = [];
    await use((app, [program, ...args], env) => {
      if (program !== "node") throw new Error(`The image starts ${program}`);
      const child = spawn(process.execPath, args, {
        cwd: app,
        stdio: "inherit",
        env: { NODE_ENV: "production", PATH: process.env.PATH, ...env },
      });
      children.push(child);
      return { child, ended: once(child, "exit") };
    });
    for (const child of children) child.kill("SIGKILL");
  },
});

test("[SC-09] what the image holds migrates, starts with its own command, is well by its own health check and writes nothing beside its data", async ({
  folder,
  databaseUrl,
  start,
  request,
}) => {
  test.setTimeout(180_000);
  const image = await readImage();
  expect(image.user).toBe("node");
  const app = path.join(folder, "app");
  await unpackImage(image, app);
  const before = await timesIn(app);

  const appUrl = databaseUrl.replace(/\/\/.*@/, "//waymark_app:of-this-test@");
  const migration = start(app, ["node", "scripts/migrate.mjs"], {
    ...image.env,
    DATABASE_URL: databaseUrl,
    APP_DATABASE_URL: appUrl,
  });
  expect(await migration.ended).toEqual([0, null]);

  const port = await freePort();
  const env = { ...image.env, PORT: String(port) };
  const checkHealth = () => start(app, image.healthCheck, env).ended;
  expect(await checkHealth(), "before it runs").toEqual([1, null]);
  const server = start(app, image.command, {
    ...env,
    DATA_DIR: path.join(folder, "data"),
    DATABASE_URL: appUrl,
  });
  const url = `http://localhost:${port}`;
  const readiness = async () => {
    const answer = await request
      .get(`${url}/api/health/ready`)
      .catch(() => null);
    return answer?.status();
  };
  await expect.poll(readiness, { timeout: 60_000 }).toBe(200);
  expect(await checkHealth(), "while it runs").toEqual([0, null]);
  const page = await request.get(`${url}/sign-in`);
  expect(page.status()).toBe(200);
  const style = /href="(\/_next\/static\/[^"]+\.css)/.exec(await page.text());
  expect((await request.get(`${url}${style?.[1]}`)).status()).toBe(200);

  server.child.kill("SIGTERM");
  expect(await server.ended).toEqual([0, null]);
  const after = await timesIn(app);
  const changed = [...after].filter(([file, at]) => before.get(file) !== at);
  expect(changed).toEqual([]);
});
