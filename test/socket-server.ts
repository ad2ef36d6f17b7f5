import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import esbuild from "esbuild";
import { freePort } from "@/scripts/processes.mjs";

/** The socket server as a process of its own, on one port over all its lives. */
export interface ChildServer {
  readonly port: number;
  readonly address: string;
  start(): Promise<void>;
  /** As a crash does it: nothing is flushed, nobody is told. */
  kill(): Promise<void>;
  /** As a deploy does it. @returns the exit code. */
  stop(): Promise<number | null>;
  remove(): Promise<void>;
}

export async function childServer(
  env: Record<string, string> = {},
): Promise<ChildServer> {
  // Beside node_modules, because packages stay outside of the bundle.
  const root = path.resolve(import.meta.dirname, "..");
  const folder = await mkdtemp(path.join(root, "node_modules/.sync-test-"));
  const outfile = path.join(folder, "server.mjs");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["server/sync/testing/socket-process.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  const port = await freePort();
  let child: ChildProcess | null = null;

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return null;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
    return child.exitCode;
  }

  return {
    port,
    address: `ws://localhost:${port}/sync`,
    async start() {
      child = fork(outfile, {
        env: { ...process.env, PORT: String(port), ...env },
      });
      const ended = once(child, "exit").then(([code, signal]) => {
        throw new Error(`The server ended at once: ${code ?? signal}`);
      });
      await Promise.race([once(child, "message"), ended]);
      ended.catch(() => undefined);
    },
    kill: async () => {
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
    remove: async () => {
      await end("SIGKILL");
      await rm(folder, { recursive: true });
    },
  };
}
