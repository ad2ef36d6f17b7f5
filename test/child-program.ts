import { fork, type ChildProcess, type Serializable } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import esbuild from "esbuild";

/** A program of ours as a process of its own, which a test may kill and start again. */
export interface ChildProgram {
  /** Resolves when it says that it is ready. */
  start(): Promise<void>;
  /** What it says to a question, where it answers any. */
  ask(question?: unknown): Promise<unknown>;
  /**
   * As a crash does it: nothing is flushed, nobody is told.
   *
   * @throws Error where it had crashed by itself before, above all of a rejection that nobody handled.
   */
  kill(): Promise<void>;
  /** As a deploy does it. @returns the exit code. */
  stop(): Promise<number | null>;
  remove(): Promise<void>;
}

/** A program of ours as one file. */
interface Bundle {
  readonly outfile: string;
  remove(): Promise<void>;
}

/** Bundles a program for tests, beside node_modules, because packages stay outside of the bundle. */
export async function bundleProgram(entry: string): Promise<Bundle> {
  const root = path.resolve(import.meta.dirname, "..");
  const folder = await mkdtemp(path.join(root, "node_modules/.child-test-"));
  const outfile = path.join(folder, "program.mjs");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  return { outfile, remove: () => rm(folder, { recursive: true }) };
}

/** Starts a program for tests; it says "ready" to its parent and ends on SIGTERM. */
export async function childProgram(
  entry: string,
  env: Readonly<Record<string, string>>,
): Promise<ChildProgram> {
  const { outfile, remove } = await bundleProgram(entry);
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
    async start() {
      // What a failed test left running would keep the port, and hide why it failed.
      await end("SIGKILL");
      const started = fork(outfile, { env: { ...process.env, ...env } });
      child = started;
      await Promise.race([
        once(started, "message"),
        once(started, "exit").then(([code]) => {
          throw new Error(`ended before it was ready, with ${String(code)}`);
        }),
      ]);
    },
    async ask(question = "figures") {
      const answer = once(child!, "message");
      child!.send(question as Serializable);
      return (await answer)[0] as unknown;
    },
    kill: async () => {
      if (child?.exitCode)
        throw new Error(`had ended by itself, with ${child.exitCode}`);
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
    remove: async () => {
      await end("SIGKILL");
      await remove();
    },
  };
}
