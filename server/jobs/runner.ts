import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import {
  Logger,
  parseCronItems,
  run,
  type LogLevel,
  type WorkerEvents,
} from "graphile-worker";
import pg from "pg";
import { surviveLostConnections } from "@/server/db/lost-connections";
import { env } from "@/server/env";
import { logger } from "@/server/logger";
import { keepLease, type LeaseTimes } from "./lease";
import { schedule } from "./schedule";
import { taskListOf } from "./task-list";
import type { TaskHandlers } from "./tasks";

/** Jobs of one process at a time. */
const concurrency = 3;
const restartMs = 5_000;
/** What is still under way then is left to whoever finds its lease ended. */
const stopMs = 5_000;

interface JobTimes extends LeaseTimes {
  /** For jobs that wait for their time; what is queued for now is heard of at once. */
  readonly pollMs: number;
}

const usualTimes: JobTimes = { beatMs: 5_000, deadMs: 30_000, pollMs: 5_000 };

export interface JobsOptions {
  readonly handlers: TaskHandlers;
  readonly times?: JobTimes;
}

export interface RunningJobs {
  /** Takes no more jobs and waits for those under way, not for ever. */
  stop(): Promise<void>;
}

/** Connections of its own: a job never waits behind pages, nor they behind it. */
function createPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: concurrency + 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    application_name: "waymark-jobs",
  });
  return surviveLostConnections(pool);
}

// Its text may quote a job's error; what matters of that is logged by the event below.
const toOurLog = () => (level: LogLevel, message: string) => {
  const isLoud = (level as string) === "error";
  if (isLoud) logger().warn({ message }, "job queue");
  else logger().debug({ message }, "job queue");
};

function listen(onPool: (id: string) => void): WorkerEvents {
  const events = new EventEmitter() as WorkerEvents;
  events.on("pool:create", ({ workerPool }) => onPool(workerPool.id));
  events.on("job:error", ({ job, error }) =>
    logger().warn(
      { err: error, job: job.task_identifier, attempt: job.attempts },
      "job failed",
    ),
  );
  events.on("job:failed", ({ job, error }) =>
    logger().error({ err: error, job: job.task_identifier }, "job gave up"),
  );
  return events;
}

async function runUntil(
  signal: AbortSignal,
  pool: pg.Pool,
  { handlers, times = usualTimes }: JobsOptions,
): Promise<void> {
  let runnerId = "";
  const runner = await run(
    {
      pgPool: pool,
      schema: "graphile_worker",
      concurrency,
      pollInterval: times.pollMs,
      noHandleSignals: true,
      events: listen((id) => (runnerId = id)),
      logger: new Logger(toOurLog),
      preset: { worker: { gracefulShutdownAbortTimeout: stopMs } },
    },
    taskListOf(handlers),
    parseCronItems(schedule),
  );
  const end = () => void runner.stop().catch(() => undefined);
  if (signal.aborted) end();
  signal.addEventListener("abort", end);
  const endLease = keepLease(pool, runnerId, times);
  try {
    await runner.promise;
  } finally {
    signal.removeEventListener("abort", end);
    await endLease();
  }
}

async function keepRunning(
  signal: AbortSignal,
  options: JobsOptions,
): Promise<void> {
  while (!signal.aborted) {
    const pool = createPool();
    try {
      await runUntil(signal, pool, options);
    } catch (error) {
      logger().error({ err: error }, "jobs stopped, starting them again");
    }
    await pool.end().catch(() => undefined);
    if (!signal.aborted)
      await wait(restartMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Does jobs until told to stop; a database that is away is waited for. */
export function startJobs(options: JobsOptions): RunningJobs {
  const ending = new AbortController();
  const over = keepRunning(ending.signal, options);
  return {
    async stop() {
      ending.abort();
      await Promise.race([over, wait(stopMs, undefined, { ref: false })]);
    },
  };
}
