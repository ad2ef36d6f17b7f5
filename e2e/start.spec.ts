import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { expect, test as base } from "@playwright/test";
import { freePort, isAlive, root } from "../scripts/processes.mjs";

interface Started {
  /** Everything that it has printed so far. */
  text(): string;
  /** The exit code. */
  readonly ended: Promise<number | null>;
  readonly child: ChildProcess;
}

interface Fixtures {
  /** A data folder of its own that PostgreSQL, which has another account when root runs it, can enter. */
  readonly dataDir: string;
  /** `npm start`, or without npm what it runs, over what was built for these tests. */
  readonly start: (port: number, how?: { withNpm: boolean }) => Started;
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the braces what this needs: nothing.
  dataDir: async ({}, use) => {
    const home = path.join(root, ".data-test");
    await mkdir(home, { recursive: true });
    const dataDir = await mkdtemp(path.join(home, "start-"));
    await chmod(dataDir, 0o755);
    await use(dataDir);
    await rm(dataDir, { recursive: true });
  },
  start: async ({ dataDir }, use) => {
    const all: Started[] = [];
    await use((port, { withNpm } = { withNpm: false }) => {
      const [program, args] = withNpm
        ? ["npm", ["start"]]
        : [process.execPath, [path.join(root, "scripts/start.mjs")]];
      const child = spawn(program, args, {
        cwd: root,
        // A group of its own, as a terminal gives one to each command.
        detached: withNpm,
        env: {
          ...process.env,
          npm_lifecycle_event: undefined,
          npm_config_update_notifier: "false",
          DATA_DIR: dataDir,
          DATABASE_URL: "",
          PORT: String(port),
        },
      });
      let text = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
      const ended = once(child, "exit").then(([code]) => code as number | null);
      const started = { child, ended, text: () => text };
      all.push(started);
      return started;
    });
    for (const { child, ended } of all) {
      if (child.exitCode === null && child.signalCode === null)
        child.kill("SIGTERM");
      await ended;
    }
  },
});

/** The line of the invitation with the address, however long the machine takes. */
async function ready(started: Started, port: number): Promise<void> {
  await expect
    .poll(() => started.child.exitCode ?? started.text(), { timeout: 120_000 })
    .toContain(`Waymark is ready at http://localhost:${port}`);
}

const postgresOf = async (dataDir: string): Promise<number> => {
  const file = path.join(dataDir, "postgres/postmaster.pid");
  return Number.parseInt(await readFile(file, "utf8"), 10);
};

/** The processes that a process has started, and theirs. */
async function childrenOf(pid: number): Promise<number[]> {
  const file = `/proc/${pid}/task/${pid}/children`;
  const own = (await readFile(file, "utf8")).split(" ").filter(Boolean);
  const deeper = await Promise.all(own.map((one) => childrenOf(Number(one))));
  return [...own.map(Number), ...deeper.flat()];
}

test("npm start says that its port is taken, and by which command another one is chosen", async ({
  start,
}) => {
  const port = await freePort();
  const other = net.createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const started = start(port);
  expect(await started.ended).toBe(1);
  expect(started.text()).toContain(`Port ${port} is taken by another program`);
  expect(started.text()).toContain(`PORT=${port + 1} npm start`);
  other.close();
});

test("npm start comes back after everything was killed, and Ctrl+C leaves nothing behind", async ({
  start,
  dataDir,
  request,
}) => {
  test.setTimeout(300_000);
  test.skip(process.platform !== "linux", "It looks for processes in /proc.");
  const port = await freePort();
  const first = start(port);
  await ready(first, port);
  const second = start(await freePort());
  expect(await second.ended).toBe(1);
  expect(second.text()).toContain(`Waymark already runs from ${dataDir}`);

  const killed = [
    first.child.pid!,
    ...(await childrenOf(first.child.pid!)),
    await postgresOf(dataDir),
  ];
  expect(killed.length).toBeGreaterThan(2);
  for (const pid of killed) process.kill(pid, "SIGKILL");
  await first.ended;
  // Left behind as a crash leaves them: who holds the folder, and who holds the database.
  expect(await readFile(path.join(dataDir, "running.lock"), "utf8")).toContain(
    String(first.child.pid),
  );
  expect(killed).toContain(await postgresOf(dataDir));

  const third = start(port, { withNpm: true });
  await ready(third, port);
  const page = await request.get(`http://localhost:${port}/sign-in`);
  expect(page.status()).toBe(200);
  const running = [
    ...(await childrenOf(third.child.pid!)),
    await postgresOf(dataDir),
  ];
  expect(running.every(isAlive)).toBe(true);
  // Ctrl+C, twice: it reaches npm, its shell, the command and the server at once.
  for (const press of [1, 2]) {
    expect(process.kill(-third.child.pid!, "SIGINT"), `press ${press}`).toBe(
      true,
    );
  }
  await third.ended;
  expect(running.filter(isAlive)).toEqual([]);
});
