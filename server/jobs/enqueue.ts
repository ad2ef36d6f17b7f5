import type { Transaction } from "@/server/db/prisma";
import type { TaskName, TaskPayload } from "./tasks";

export interface NewJob<T extends TaskName> {
  readonly task: T;
  readonly payload: TaskPayload<T>;
  /** Jobs of one key are one job. */
  readonly key: string;
  /** Not before; now when left out. */
  readonly runAt?: Date;
  /** One that waits under this key keeps its time; otherwise it takes this one. */
  readonly keepsTime?: boolean;
}

/** Half a day of tries, further and further apart. */
const maxAttempts = 12;

/** Puts a job into the queue, in the transaction of what causes it: both are stored, or neither. */
export async function enqueue<T extends TaskName>(
  { task, payload, key, runAt, keepsTime = false }: NewJob<T>,
  through: Transaction,
): Promise<void> {
  await through.$queryRaw`
    SELECT id FROM graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json,
      run_at => ${runAt ?? null}::timestamptz, max_attempts => ${maxAttempts}, job_key => ${key},
      job_key_mode => ${keepsTime ? "preserve_run_at" : "replace"})`;
}
