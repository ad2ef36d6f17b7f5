import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ImportProgress } from "@/lib/imports/progress";
import { env } from "@/server/env";
import { refused, type Outcome, type Refused } from "@/server/errors";
import { atMost } from "@/server/files/at-most";
import { logger } from "@/server/logger";
import type { ImportAnswer, ImportJob, ThreadWord } from "./job";
import { readImport } from "./read-import";

const maxHeapMegabytes = 768;
/** A second one would take the core that live maps run on; whoever comes when these wait is asked to come again. */
const most = { atOnce: 1, waiting: 6 } as const;
const busySeconds = 15;

/** The program of the thread: built beside the server; null where there is none, as for tests and tools. */
function importWorkerScript(): string | null {
  const [, program] = process.argv;
  if (!program) return null;
  const script = path.join(path.dirname(program), "import-worker.js");
  return existsSync(script) ? script : null;
}

export interface ReadOptions {
  /** Whoever asked has gone. */
  readonly signal: AbortSignal;
  /** Hears how far it is. */
  readonly tell?: (progress: ImportProgress) => void;
  readonly script?: string | null;
}

export type FileRead =
  | Outcome<{ answer: ImportAnswer }, "import_too_heavy">
  | (Refused<"unavailable"> & { readonly retryAfterSeconds: number });

const oneByOne = atMost(most.atOnce);
let present = 0;

/**
 * Reads a file in a thread that has nothing but the file: beyond its time or memory it is ended, and only it.
 */
export async function readInThread(
  job: ImportJob,
  options: ReadOptions,
): Promise<FileRead> {
  const { signal, tell, script = importWorkerScript() } = options;
  if (present >= most.atOnce + most.waiting)
    return { ...refused("unavailable"), retryAfterSeconds: busySeconds };
  present += 1;
  try {
    return await oneByOne(async () => {
      if (signal.aborted) return refused("import_too_heavy");
      if (script === null)
        return { ok: true, answer: await readImport(job, tell) };
      return inThread(job, script, options);
    });
  } finally {
    present -= 1;
  }
}

function inThread(
  job: ImportJob,
  script: string,
  { signal, tell }: ReadOptions,
): Promise<FileRead> {
  return new Promise((resolve) => {
    const thread = new Worker(script, {
      workerData: job,
      transferList: [job.bytes.buffer],
      // Nothing of our surroundings, above all no secret, reaches a reader of foreign bytes.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
    });
    const end = () => void thread.terminate();
    const timer = setTimeout(end, env.LIMIT_IMPORT_SECONDS * 1_000);
    signal.addEventListener("abort", end, { once: true });
    let answer: ImportAnswer | null = null;
    thread.on("message", (word: ThreadWord) => {
      if ("progress" in word) return tell?.(word.progress);
      answer = word.answer;
      end();
    });
    thread.on("error", (error) =>
      logger().warn({ err: error }, "reading an import failed"),
    );
    thread.on("exit", () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve(answer ? { ok: true, answer } : refused("import_too_heavy"));
    });
  });
}
