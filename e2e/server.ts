import { createWriteStream } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import { grantAppRole } from "../scripts/app-role.mjs";
import { nextFolder, serverFolder } from "../scripts/build.mjs";
import { startDatabase } from "../scripts/database.mjs";
import { migrate } from "../scripts/prisma.mjs";
import { freePort, root } from "../scripts/processes.mjs";
import { startServer } from "../scripts/server-process.mjs";

export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  /** The address of the database for its owner, who may do anything. */
  readonly databaseUrl: string;
  /** Everything that the server printed. */
  readonly logFile: string;
  /** Ends it as a crash does, without a word to anyone. */
  kill(): Promise<void>;
  /** Ends it in order if it runs, and starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Ends server and database and removes their data. */
  close(): Promise<void>;
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

/**
 * Thousands of pages are drawn here in a few minutes. With more room for what is new, and soon gone, Node looks through it
 * less often: a sixth of the server's processor time. Nothing else is another than where it is run.
 */
const flags = ["--max-semi-space-size=64"];

/** A data folder that PostgreSQL, which has an account of its own when root runs it, can enter. */
async function createDataDir(): Promise<string> {
  const home = path.join(root, ".data-test");
  await mkdir(home, { recursive: true });
  const dataDir = await mkdtemp(path.join(home, "e2e-"));
  await chmod(dataDir, 0o755);
  return dataDir;
}

/**
 * The product as it is shipped, on a free port with a database and data folder of its own.
 *
 * @param settings - on top of the defaults, for a test of a setting.
 */
export async function startTestServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const dataDir = await createDataDir();
  const database = await startDatabase({
    folder: path.join(dataDir, "postgres"),
  });
  await migrate(database.url);
  const port = await freePort();
  const logFile = path.join(dataDir, "server.log");
  const env = {
    NODE_ENV: "production",
    NEXT_DIST_DIR: nextFolder(),
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: await grantAppRole(database.url),
    ...Object.fromEntries(raisedLimits),
    ...settings,
  };

  async function start() {
    const output = createWriteStream(logFile, { flags: "a" });
    await once(output, "open");
    const started = startServer({ folder: serverFolder(), env, output, flags });
    output.close();
    if (await started.ready(`http://127.0.0.1:${port}`)) return started;
    throw new Error(`The server did not become ready; see ${logFile}`);
  }

  let server = await start();
  return {
    url: `http://localhost:${port}`,
    dataDir,
    databaseUrl: database.url,
    logFile,
    kill: () => server.kill(),
    async restart() {
      await server.stop();
      server = await start();
    },
    async close() {
      await server.stop();
      await database.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
