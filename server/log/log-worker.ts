import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "@/server/errors";
import { runLogJob, type LogJob, type LogJobResult } from "./log-jobs";

export interface Question {
  readonly id: number;
  readonly job: LogJob;
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly result: LogJobResult }
  | {
      readonly id: number;
      readonly ok: false;
      /** The document is to blame, not the thread. */
      readonly isDamaged: boolean;
      readonly words: string;
    };

interface Waiting {
  readonly settle: (result: LogJobResult) => void;
  readonly fail: (error: Error) => void;
}

/** To begin takes longer and more room than to wait. */
const idleMs = 600_000;
const maxHeapMegabytes = 768;
/**
 * Of what is young. What a job leaves behind lies outside the heap as well, and goes when the young part is full: with 2 MB a
 * thread that checks 24 MB of changes again and again stays at 40 MB, and left alone it grew to 100 (bench/SYNC.md).
 */
const youngMegabytes = 2;

/** The program of the thread: built beside the server; null where there is none, as for tests and tools. */
export function logWorkerScript(): string | null {
  const [, program] = process.argv;
  if (!program) return null;
  const script = path.join(path.dirname(program), "log-worker.js");
  return existsSync(script) ? script : null;
}

/** Does the heavy part of reading documents in a thread of its own, which lives while there is work. */
export class LogWorker {
  private thread: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private idleTimer: NodeJS.Timeout | undefined;
  private lastId = 0;

  /** @param script - null: what has to be done is done here. */
  constructor(private readonly script: string | null) {}

  /** Whether work is taken off this thread. */
  get isApart(): boolean {
    return this.script !== null;
  }

  /** Begins before there is work: a server on which somebody edits has some within seconds. */
  prepare(): void {
    if (this.script === null || this.thread) return;
    this.thread = this.start(this.script);
    this.rest();
  }

  /**
   * @throws AppError `blob_damaged` where the document cannot be read, `unavailable` where the thread died.
   */
  run(job: LogJob): Promise<LogJobResult> {
    if (this.script === null) return runLogJob(job);
    const thread = (this.thread ??= this.start(this.script));
    clearTimeout(this.idleTimer);
    thread.ref();
    const id = ++this.lastId;
    return new Promise((settle, fail) => {
      this.waiting.set(id, { settle, fail });
      thread.postMessage({ id, job } satisfies Question);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.idleTimer);
    const { thread } = this;
    this.thread = null;
    // Before whoever begins another one meanwhile waits as well.
    this.failAll("closed");
    await thread?.terminate();
  }

  private start(script: string): Worker {
    const thread = new Worker(script, {
      resourceLimits: {
        maxOldGenerationSizeMb: maxHeapMegabytes,
        maxYoungGenerationSizeMb: youngMegabytes,
      },
    });
    thread.on("message", (answer: Answer) => this.hear(answer));
    let words = "ended";
    thread.on("error", (error) => (words = String(error)));
    thread.on("exit", () => {
      if (this.thread !== thread) return;
      this.thread = null;
      this.failAll(words);
    });
    return thread;
  }

  private hear(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0) this.rest();
    if (answer.ok) waiting?.settle(answer.result);
    else {
      const code = answer.isDamaged ? "blob_damaged" : "unavailable";
      waiting?.fail(new AppError(code, answer.words));
    }
  }

  private rest(): void {
    clearTimeout(this.idleTimer);
    this.thread?.unref();
    this.idleTimer = setTimeout(() => void this.close(), idleMs).unref();
  }

  private failAll(words: string): void {
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const { fail } of lost)
      fail(new AppError("unavailable", `the thread of the log: ${words}`));
  }
}
