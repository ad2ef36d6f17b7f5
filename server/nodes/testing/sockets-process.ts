// What a process with ROLES=sync answers, without what it asks of the database's settings: that of tests is fast
// and forgets. Without pages, so no build of them is needed.
import { closePool } from "@/server/db/pool";
import { closePrisma } from "@/server/db/prisma";
import { startWeb } from "@/server/web";
import { closeNodes, nodeBus } from "../nodes";

nodeBus();
const web = await startWeb({ hasPages: false, hasSockets: true });
process.send?.("ready");

async function stop(): Promise<void> {
  await web.stop();
  await closeNodes();
  await closePrisma();
  await closePool();
  process.exit();
}
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => process.exit());
