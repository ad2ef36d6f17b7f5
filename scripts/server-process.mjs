// The server as a child process: started, waited for, stopped, killed and started again.
import { spawn } from "node:child_process";
import path from "node:path";
import { root, sleep } from "./processes.mjs";

const pollMs = 100;
const readyTimeoutMs = 90_000;
/** Open documents are flushed and sockets told before the server goes; as much as a service manager is told to give. */
const stopTimeoutMs = 40_000;

async function isReady(url) {
  try {
    const signal = AbortSignal.timeout(5_000);
    return (await fetch(`${url}/api/health/ready`, { signal })).ok;
  } catch {
    return false;
  }
}

/**
 * @param {object} server
 * @param {string} server.folder - of the bundle, from the root of the checkout.
 * @param {Record<string, string | undefined>} server.env - on top of this process' own.
 * @param {"inherit" | import("node:stream").Stream} [server.output] - where it prints to.
 * @param {readonly string[]} [server.flags] - for Node itself.
 */
export function startServer({ folder, env, output = "inherit", flags = [] }) {
  // The channel tells the server when this process is gone, even by kill -9.
  const child = spawn(
    process.execPath,
    [...flags, "--enable-source-maps", path.join(folder, "main.js")],
    {
      cwd: root,
      stdio: ["ignore", output, output, "ipc"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    },
  );
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code, signal) =>
      resolve(code ?? (signal === "SIGKILL" ? 137 : 0)),
    );
  });
  let hasExited = false;
  void exit.then(() => (hasExited = true));
  // What has no port says that it is ready.
  let hasSaidSo = false;
  child.on("message", (message) => (hasSaidSo ||= message === "ready"));

  return {
    pid: child.pid,
    exit,
    /** Resolves to whether the server became ready; false when it ended instead. @param {string} url */
    async ready(url) {
      const until = Date.now() + readyTimeoutMs;
      while (!hasExited && Date.now() < until) {
        if (hasSaidSo || (await isReady(url))) return true;
        await sleep(pollMs);
      }
      return false;
    },
    async stop() {
      child.kill("SIGTERM");
      const patience = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
      const code = await exit;
      clearTimeout(patience);
      return code;
    },
    async kill() {
      child.kill("SIGKILL");
      await exit;
    },
  };
}
