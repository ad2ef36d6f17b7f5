import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../scripts/processes.mjs";
import { expect, test } from "./fixtures";
import { readImage, timesIn, unpackImage } from "./image";

let folder: string;
let child: ChildProcess | null = null;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "waymark-image-"));
});

test.afterAll(async () => {
  child?.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

test("[SC-09] what the image holds starts with its own command, as nobody special, and writes nothing beside its data", async ({
  server,
  request,
}) => {
  test.setTimeout(180_000);
  const image = await readImage();
  expect(image.user).toBe("node");
  const app = path.join(folder, "app");
  await unpackImage(image, app);
  const before = await timesIn(app);

  const port = await freePort();
  const [program, ...args] = image.command;
  expect(program).toBe("node");
  const started = spawn(process.execPath, args, {
    cwd: app,
    stdio: "inherit",
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      ...image.env,
      PORT: String(port),
      DATA_DIR: path.join(folder, "data"),
      // The database of the other server, which this one only reads.
      DATABASE_URL: server.databaseUrl,
    },
  });
  child = started;
  const url = `http://localhost:${port}`;
  await expect
    .poll(
      () =>
        request
          .get(`${url}/api/health/ready`)
          .then((answer) => answer.status())
          .catch(() => 0),
      {
        timeout: 60_000,
      },
    )
    .toBe(200);
  const page = await request.get(`${url}/sign-in`);
  expect(page.status()).toBe(200);
  const style = /href="(\/_next\/static\/[^"]+\.css)/.exec(
    await page.text(),
  )?.[1];
  expect((await request.get(`${url}${style}`)).status()).toBe(200);

  const ended = once(started, "exit");
  started.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(await timesIn(app)).toEqual(before);
});
