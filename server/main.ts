import { closePool, pool } from "./db/pool";
import { closePrisma } from "./db/prisma";
import { env, WrongSettings, type Env } from "./env";
import { keepHeapSmall } from "./heap";
import { handlers } from "./jobs/handlers";
import { startJobs, type RunningJobs } from "./jobs/runner";
import { assertDurable } from "./log/durable-settings";
import { closeLimits } from "./limits/stores";
import { logger } from "./logger";
import { closeNodes, nodeBus } from "./nodes/nodes";
import { startWeb, type Web } from "./web";

let web: Web | null = null;
let jobs: RunningJobs | null = null;
let isStopping = false;
let jobsTimer: NodeJS.Timeout | undefined;
const jobsDelayMs = 3_000;

/** Starts the duties that `ROLES` names; jobs wait until people are served. */
async function start(): Promise<void> {
  keepHeapSmall();
  // Whatever its duties, what it changes concerns sockets that other processes hold.
  nodeBus();
  const does = (duty: Env["ROLES"][number]) => env.ROLES.includes(duty);
  const duties = { hasPages: does("web"), hasSockets: does("sync") };
  if (duties.hasPages || duties.hasSockets) {
    // Where it does not hold, "Saved" would be a lie. Jobs alone say it to nobody, and run beside a server that does.
    await assertDurable(pool());
    web = await startWeb(duties);
  }
  if (isStopping || !does("jobs")) return;
  if (web) {
    // After a restart everybody comes back at once; what nobody waits for can wait.
    jobsTimer = setTimeout(() => {
      jobs = startJobs({ handlers });
    }, jobsDelayMs);
    return;
  }
  jobs = startJobs({ handlers });
  process.stdout.write("ready for jobs\n");
  process.send?.("ready");
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  clearTimeout(jobsTimer);
  await Promise.all([jobs?.stop(), web?.stop()]);
  await closeNodes();
  closeLimits();
  await closePrisma();
  await closePool();
  process.exit();
}

const end = () => {
  stop().catch((error: unknown) => {
    logger().fatal({ err: error }, "stopping failed");
    process.exit(1);
  });
};

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, end);
// Whoever started us is gone, by kill -9 too.
process.on("disconnect", end);
process.on("unhandledRejection", (error) =>
  logger().error({ err: error }, "unhandled rejection"),
);

start().catch((error: unknown) => {
  if (error instanceof WrongSettings) {
    // The logger reads the settings too.
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  logger().fatal({ err: error }, "the server did not start");
  process.exit(1);
});
