// The jobs alone, as a process that a test can kill, with a lease short enough to wait for.
import { closePool } from "@/server/db/pool";
import { closePrisma } from "@/server/db/prisma";
import { handlers } from "../handlers";
import { startJobs } from "../runner";

const times = { beatMs: 100, deadMs: 700, pollMs: 200 };
const jobs = startJobs({ handlers, times });
process.send?.("ready");

async function stop(): Promise<void> {
  await jobs.stop();
  await closePrisma();
  await closePool();
  process.exit();
}
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => process.exit());
