import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Redis } from "ioredis";
import { freePort } from "../scripts/processes.mjs";
import { ensureRedis } from "../scripts/redis.mjs";
import { until } from "./until";

export interface OwnRedis {
  /** Stays the same over a stop and a start. */
  readonly url: string;
  /** Does nothing where it runs. */
  start(): Promise<void>;
  /** It stays connected and answers no more. */
  hang(): void;
  /** As a crash does it; what it held is gone. */
  kill(): Promise<void>;
}

async function isThere(url: string): Promise<boolean> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

/** A Redis that the test alone may stop and start, keeping nothing on the disk; null where none can be had. */
export async function ownRedis(): Promise<OwnRedis | null> {
  const program = await ensureRedis();
  if (!program) return null;
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const runs = () => child?.exitCode === null && child.signalCode === null;
  process.once("exit", () => child?.kill("SIGKILL"));
  return {
    url,
    async start() {
      if (runs()) return;
      const settings = ["--save", "", "--appendonly", "no"];
      const bound = ["--port", String(port), "--bind", "127.0.0.1"];
      child = spawn(program, [...bound, ...settings], { stdio: "ignore" });
      await until(() => isThere(url));
    },
    hang: () => void child?.kill("SIGSTOP"),
    async kill() {
      if (!child || !runs()) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}
