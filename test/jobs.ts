import { Logger, runOnce } from "graphile-worker";
import { pool } from "@/server/db/pool";
import { handlers } from "@/server/jobs/handlers";
import { taskListOf } from "@/server/jobs/task-list";

const due = `
SELECT 1 FROM graphile_worker.jobs
WHERE run_at <= now() AND locked_at IS NULL AND attempts < max_attempts LIMIT 1`;

/** Does what is due, and what that brings about, in this process: a test app has no worker beside it. */
export async function settleJobs(): Promise<void> {
  while ((await pool().query(due)).rowCount)
    await runOnce(
      {
        pgPool: pool(),
        schema: "graphile_worker",
        noHandleSignals: true,
        logger: new Logger(() => () => undefined),
      },
      taskListOf(handlers),
    );
}
