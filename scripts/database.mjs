// A PostgreSQL server for one data folder, as root and as an ordinary user, also after a kill -9.
import { spawn, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import {
  findPostgres,
  isRoot,
  reachableFolder,
  serverAccount,
} from "./postgres-binaries.mjs";
import { freePort, isAlive, nameOf, sleep } from "./processes.mjs";

const pollMs = 50;
const startTimeoutMs = 60_000;
/** A killed server's processes take a moment to leave; until then the folder is held. */
const leavingTimeoutMs = 15_000;
const held =
  /lock file "postmaster.pid" already exists|pre-existing shared memory block/;

/** Makes the cluster aside and moves it into place, so that a killed start leaves no half of one. */
function createCluster({ folder, bin, major, account, options }) {
  const name = path.basename(folder);
  for (const entry of fs.readdirSync(path.dirname(folder))) {
    const isHalf = entry.startsWith(`${name}.new`);
    if (isHalf)
      fs.rmSync(path.join(path.dirname(folder), entry), { recursive: true });
  }
  const fresh = `${folder}.new`;
  const handOver = `${folder}.new-password`;
  const password = crypto.randomBytes(18).toString("base64url");
  fs.mkdirSync(fresh, { mode: 0o700 });
  fs.writeFileSync(handOver, password, { mode: 0o600 });
  if (isRoot)
    for (const made of [fresh, handOver])
      fs.chownSync(made, account.uid, account.gid);
  const locale =
    major >= 17
      ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
      : ["--locale=C.UTF-8"];
  const { status, stderr } = spawnSync(
    path.join(bin, "initdb"),
    [
      "-D",
      fresh,
      "-U",
      "waymark",
      "--pwfile",
      handOver,
      "-A",
      "scram-sha-256",
      "-E",
      "UTF8",
    ].concat(["--no-instructions", ...locale]),
    { ...options, encoding: "utf8" },
  );
  fs.rmSync(handOver);
  if (status !== 0)
    throw new Error(`PostgreSQL could not make its folder: ${stderr}`);
  fs.writeFileSync(path.join(fresh, "waymark.password"), password, {
    mode: 0o600,
  });
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(fresh, folder);
}

/** The server that holds the folder, or null. Lines of the file: pid, folder, start, port, socket folder, address, memory, status. */
function runningIn(folder) {
  const file = path.join(folder, "postmaster.pid");
  if (!fs.existsSync(file)) return null;
  const lines = fs.readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!isAlive(pid)) return null;
  const name = nameOf(pid);
  if (name && !name.includes("postgres")) {
    // The pid was given to another program since; PostgreSQL itself would take it for the holder.
    fs.rmSync(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

const endOf = (file) => fs.readFileSync(file, "utf8").slice(-600);

async function startServer({ folder, bin, options, settings, port }) {
  const log = `${folder}.log`;
  const startedAt = Date.now();
  let child;
  for (;;) {
    const found = runningIn(folder);
    if (found?.isReady) return { ...found, isReused: child?.pid !== found.pid };
    const waitedMs = Date.now() - startedAt;
    if (waitedMs > startTimeoutMs)
      throw new Error(`PostgreSQL was not ready in a minute; see ${log}`);
    const hasEnded =
      child && (child.exitCode !== null || child.signalCode !== null);
    if (hasEnded && (waitedMs > leavingTimeoutMs || !held.test(endOf(log)))) {
      throw new Error(`PostgreSQL did not start; see ${log}\n${endOf(log)}`);
    }
    if (!found && (!child || hasEnded)) {
      const output = fs.openSync(log, "a");
      const flags = {
        port: port ?? (await freePort()),
        listen_addresses: "127.0.0.1",
        ...settings,
      };
      const args = Object.entries(flags).flatMap(([key, value]) => [
        "-c",
        `${key}=${value}`,
      ]);
      // A process group of its own: Ctrl+C reaches the app, which stops the database last.
      child = spawn(
        path.join(bin, "postgres"),
        ["-D", folder, "-c", "unix_socket_directories=", ...args],
        { ...options, stdio: ["ignore", output, output], detached: true },
      );
      child.unref();
      fs.closeSync(output);
    }
    await sleep(pollMs);
  }
}

/**
 * Starts the PostgreSQL server of a folder, or finds it running.
 *
 * @param {object} where
 * @param {string} where.folder - made when it is not there.
 * @param {string} [where.database]
 * @param {number} [where.port] - any free one unless given.
 * @param {Record<string, string>} [where.settings] - for postgresql.conf.
 * @returns {Promise<{ url: string, pid: number, port: number, folder: string, isReused: boolean, stop(): Promise<void> }>}
 */
export async function startDatabase({
  folder: wanted,
  database = "waymark",
  port,
  settings = {},
}) {
  const account = serverAccount();
  const { bin, major } = findPostgres(account);
  const folder = reachableFolder(path.resolve(wanted), account);
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  const options = { ...account, cwd: "/", env };
  const server = await withLock(`${folder}.lock`, () => {
    const versionFile = path.join(folder, "PG_VERSION");
    if (!fs.existsSync(versionFile))
      createCluster({ folder, bin, major, account, options });
    const found = Number(fs.readFileSync(versionFile, "utf8"));
    if (found !== major) {
      throw new Error(
        `${folder} was made by PostgreSQL ${found} and this is ${major}: export it first.`,
      );
    }
    return startServer({ folder, bin, options, settings, port });
  });
  const password = fs.readFileSync(
    path.join(folder, "waymark.password"),
    "utf8",
  );
  return {
    url: `postgresql://waymark:${password}@127.0.0.1:${server.port}/${database}`,
    pid: server.pid,
    port: server.port,
    folder,
    isReused: server.isReused,
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, data is flushed.
      if (isAlive(server.pid)) process.kill(server.pid, "SIGINT");
      while (isAlive(server.pid)) await sleep(pollMs);
    },
  };
}
