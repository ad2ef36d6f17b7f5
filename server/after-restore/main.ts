// npm run after-restore: after the rows of a backup were put back, and before the server starts again.
import { closePool, pool } from "@/server/db/pool";
import { beginHistories } from "./begin-histories";

try {
  const maps = await beginHistories(pool());
  process.stdout.write(
    `${maps} maps begin a new history. Browsers that still hold the old one keep what differs as unsent changes.\n`,
  );
} finally {
  await closePool();
}
