import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import pg from "pg";
import { grantAppRole } from "../scripts/app-role.mjs";
import { nextFolder, serverFolder } from "../scripts/build.mjs";
import { migrate } from "../scripts/prisma.mjs";
import { freePort, root } from "../scripts/processes.mjs";
import { startServer } from "../scripts/server-process.mjs";
import {
  appPassword,
  databaseUrl,
  useSharedPostgres,
} from "../scripts/shared-postgres.mjs";

export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** Everything that the server printed. */
  readonly logFile: string;
  /** Ends it as a crash does, without a word to anyone. */
  kill(): Promise<void>;
  /** Ends it in order if it runs, and starts it again on the same port and data. */
  restart(): Promise<void>;
}

/** One machine is many people here, so what is counted per address is raised. */
const raisedLimits = [
  "SIGN_IN_PER_ADDRESS",
  "SIGN_UP_PER_ADDRESS",
  "RESET_PER_ADDRESS",
  "API_PER_MINUTE",
  "CONNECTS_PER_MINUTE",
  "DENIALS_PER_MINUTE",
  "UPLOAD_PER_MINUTE",
].map((name): [string, string] => [`LIMIT_${name}`, "100000"]);

async function createDatabase(serverUrl: string) {
  const name = `test_e2e_${randomBytes(6).toString("hex")}`;
  const ask = async (sql: string) => {
    const admin = new pg.Client(serverUrl);
    await admin.connect();
    await admin.query(sql);
    await admin.end();
  };
  await ask(`CREATE DATABASE ${name}`);
  const url = databaseUrl(serverUrl, name);
  await migrate(url);
  return {
    url: await grantAppRole(url, appPassword),
    drop: () => ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/**
 * The product as it is shipped, on a free port with an empty database and data folder of its own.
 *
 * @param settings - on top of the defaults, for a test of a setting.
 */
export async function startTestServer(
  settings: Record<string, string> = {},
): Promise<TestServer & { close(): Promise<void> }> {
  const postgres = await useSharedPostgres();
  const database = await createDatabase(postgres.url);
  const home = path.join(root, ".data-test");
  await mkdir(home, { recursive: true });
  const dataDir = await mkdtemp(path.join(home, "e2e-"));
  await chmod(dataDir, 0o700);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logFile = path.join(dataDir, "server.log");
  const env = {
    NODE_ENV: "production",
    NEXT_DIST_DIR: nextFolder(),
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    LOG_LEVEL: "info",
    ...Object.fromEntries(raisedLimits),
    ...settings,
  };

  async function start() {
    const output = createWriteStream(logFile, { flags: "a" });
    await once(output, "open");
    const started = startServer({ folder: serverFolder(), env, output });
    output.close();
    if (!(await started.ready(`http://127.0.0.1:${port}`))) {
      throw new Error(`The server did not become ready; see ${logFile}`);
    }
    return started;
  }

  let process = await start();
  return {
    url,
    dataDir,
    databaseUrl: database.url,
    logFile,
    kill: () => process.kill(),
    async restart() {
      await process.stop();
      process = await start();
    },
    async close() {
      await process.stop();
      await database.drop();
      await postgres.release();
      await rm(dataDir, { recursive: true });
    },
  };
}
