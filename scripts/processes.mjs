// Small duties around processes and ports. No packages: this runs before node_modules exists.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout. Told without `import.meta.dirname`: a Node that lacks it has to be told that it is too old. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  "..",
);

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Ports below those that systems give to outgoing connections; a database's pool would hold one for hours. */
const firstPort = 15_000;
const ports = 15_000;

/** @param {number} port @returns {Promise<boolean>} */
const isFree = (port) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

/** A port that nobody listens on, and that a server which is ended and started again finds free once more. */
export async function freePort() {
  for (;;) {
    const port = firstPort + Math.floor(Math.random() * ports);
    if (await isFree(port)) return port;
  }
}

/** The state letter and start time of a process on Linux, else null. @param {number} pid */
function statOf(pid) {
  try {
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, "utf8")
      .split(") ")
      .pop()
      .split(" ");
    return { state: fields[0], startedAt: fields[19] };
  } catch {
    return null;
  }
}

/** Whether a process runs. A zombie (killed, not yet collected by its parent) does not. @param {number} pid */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return statOf(pid)?.state !== "Z";
}

/**
 * A process by its pid and, where the system tells, its start time: pids are given out again.
 * @param {number} pid
 */
export const identityOf = (pid) => `${pid} ${statOf(pid)?.startedAt ?? "-"}`;

/** Whether the process that once had this identity still runs. @param {string} identity */
export function isRunning(identity) {
  const pid = Number.parseInt(identity, 10);
  return isAlive(pid) && identityOf(pid) === identity;
}

/** What a process is called, in lower case; empty when that cannot be told. @param {number} pid */
export function nameOf(pid) {
  try {
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], {
      stdio: "pipe",
    })
      .toString()
      .trim()
      .toLowerCase();
  } catch {
    try {
      return fs.readFileSync(`/proc/${pid}/comm`, "utf8").trim().toLowerCase();
    } catch {
      return "";
    }
  }
}

/** Commands that run now, to be ended when this process is told to stop. */
const running = new Set();

/** How long a command may tidy up when it is told to stop. npm would first unpack all that it has begun. */
const stopPatienceMs = 3_000;

function signalCommands(signal) {
  for (const child of running) {
    try {
      // A negative pid is a whole process group: a shell does not pass a signal on to its child.
      process.kill(child.isGroup ? -child.pid : child.pid, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  }
}

/**
 * Ends every command that `run` started, and what those started, and resolves when they are gone.
 * @param {number} [patienceMs] - after which those are killed that go on.
 */
export async function stopCommands(patienceMs = stopPatienceMs) {
  const ends = [...running].map(({ end }) => end);
  signalCommands("SIGTERM");
  const patience = setTimeout(() => signalCommands("SIGKILL"), patienceMs);
  await Promise.all(ends);
  clearTimeout(patience);
}

/** Lets a process have what the others leave, where the system knows of that. @param {number} pid */
function beLast(pid) {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_LOW);
    // Where Linux divides the processor among sessions, a priority counts within its session alone, and this is one.
    fs.writeFileSync(`/proc/${pid}/autogroup`, "19");
  } catch {
    // It has ended already, or the system forbids it or knows of none: then it runs as the others do.
  }
}

/**
 * Runs a command to its end and resolves to what it printed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & { show?: boolean, isPatient?: boolean }} [options] - `show` passes
 *   the output on instead; `detached` gives the command a process group, so that all of it can be stopped; `isPatient`
 *   leaves the processor to whoever else wants it.
 * @returns {Promise<string>}
 * @throws an Error with `output` when it ends with anything but 0.
 */
export function run(command, args, allOptions = {}) {
  const { show = false, isPatient = false, env, ...options } = allOptions;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      shell: process.platform === "win32" && command === "npm",
      stdio: show
        ? ["ignore", "inherit", "inherit"]
        : ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
      ...options,
    });
    // What cannot be started has no pid, and never closes.
    const end = child.pid === undefined ? null : once(child, "close");
    const entry = { pid: child.pid, isGroup: options.detached === true, end };
    if (end) running.add(entry);
    // What it starts inherits that.
    if (end && isPatient) beLast(child.pid);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      running.delete(entry);
      if (code === 0) return resolve(output);
      const why = `${path.basename(command)} ${args.join(" ")} ended with ${code ?? signal}`;
      reject(
        Object.assign(new Error(`${why}\n${output.slice(-6000)}`), {
          code,
          signal,
          output,
        }),
      );
    });
  });
}

/** Runs a JavaScript tool from node_modules without npx, which costs a second. @param {string} file @param {string[]} args @param {Parameters<typeof run>[2]} [options] */
export const runTool = (file, args, options) =>
  run(
    process.execPath,
    [path.join(root, "node_modules", file), ...args],
    options,
  );
