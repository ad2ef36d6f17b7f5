// The product on a free port with a database of its own, for a measurement.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { grantAppRole } from "../scripts/app-role.mjs";
import { build, serverFolder } from "../scripts/build.mjs";
import { startDatabase } from "../scripts/database.mjs";
import { generateClient, migrate } from "../scripts/prisma.mjs";
import { freePort } from "../scripts/processes.mjs";
import { startServer } from "../scripts/server-process.mjs";

/** @param limits settings for which the product's own are too low, as `LIMIT_SOCKETS_PER_USER`. */
export async function startOwnServer(limits = {}) {
  await generateClient();
  await build();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-bench-"));
  fs.chmodSync(dataDir, 0o755);
  const database = await startDatabase({
    folder: path.join(dataDir, "postgres"),
  });
  await migrate(database.url);
  const port = await freePort();
  const env = {
    NODE_ENV: "production",
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: await grantAppRole(database.url),
    ...limits,
  };
  const server = startServer({ folder: serverFolder(), env });
  if (!(await server.ready(`http://127.0.0.1:${port}`)))
    throw new Error("The server did not start");
  return {
    url: `http://localhost:${port}`,
    pid: server.pid,
    dataDir,
    databaseUrl: database.url,
    async stop() {
      await server.stop();
      await database.stop();
      fs.rmSync(dataDir, { recursive: true });
    },
  };
}
