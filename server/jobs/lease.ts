import { writeFile } from "node:fs/promises";
import type pg from "pg";
import { env } from "@/server/env";
import { logger } from "@/server/logger";

export interface LeaseTimes {
  readonly beatMs: number;
  /** Unseen for so long, a runner counts as dead and its jobs are given to others. */
  readonly deadMs: number;
}

const beatSql = `
INSERT INTO "JobRunner" (id, "seenAt") VALUES ($1, now())
ON CONFLICT (id) DO UPDATE SET "seenAt" = excluded."seenAt"`;

// The queue itself would wait four hours. All by the clock of the database, so that no two clocks are compared.
const rescueSql = `
WITH gone AS (DELETE FROM "JobRunner" WHERE "seenAt" < now() - make_interval(secs => $1))
SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker.jobs
WHERE locked_at < now() - make_interval(secs => $1) AND locked_by NOT IN
  (SELECT id FROM "JobRunner" WHERE "seenAt" >= now() - make_interval(secs => $1))
HAVING count(*) > 0`;

/** A probe of a process without a port looks at the time of this file. */
async function touchHealthFile(): Promise<void> {
  if (env.HEALTH_FILE)
    await writeFile(env.HEALTH_FILE, `${new Date().toISOString()}\n`);
}

async function beat(
  pool: pg.Pool,
  runnerId: string,
  deadMs: number,
): Promise<void> {
  await pool.query(beatSql, [runnerId]);
  await pool.query(rescueSql, [deadMs / 1000]);
  await touchHealthFile();
}

/**
 * Shows that a runner lives, and gives the jobs of those that died to the others.
 *
 * @returns what ends it; then the runner counts as gone at once.
 */
export function keepLease(
  pool: pg.Pool,
  runnerId: string,
  { beatMs, deadMs }: LeaseTimes,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<void> = Promise.resolve();
  let isOver = false;
  const next = () => {
    beating = beat(pool, runnerId, deadMs)
      .catch((error: unknown) => logger().warn({ err: error }, "job lease"))
      .finally(() => {
        if (!isOver) timer = setTimeout(next, beatMs);
      });
  };
  next();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await beating;
    await pool
      .query(`DELETE FROM "JobRunner" WHERE id = $1`, [runnerId])
      .catch(() => undefined);
  };
}
