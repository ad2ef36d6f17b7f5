// npm run rebuild-projection: the rows of every journey, written anew from the log.
import { closePool, pool } from "@/server/db/pool";
import { logger } from "@/server/logger";
import { PostgresLog } from "@/server/log/postgres";
import { rebuildAll } from "./rebuild";

const log = new PostgresLog(pool(), (error) =>
  logger().error({ err: error }, "log"),
);
const { rebuilt, failed } = await rebuildAll({ pool: pool(), log });
for (const { journeyId, error } of failed) {
  logger().error({ err: error, journeyId }, "rebuild failed");
}
process.stdout.write(`${rebuilt} journeys rebuilt, ${failed.length} failed\n`);
await log.close();
await closePool();
process.exitCode = failed.length > 0 ? 1 : 0;
