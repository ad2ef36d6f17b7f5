// npm start and npm run dev: from whatever state the checkout is in to a running Waymark.
import fs from "node:fs";
import path from "node:path";
import { choosePort, invitation, localUrl } from "./address.mjs";
import { checkNode, install } from "./install.mjs";
import { interrupted, isInterrupted } from "./interrupt.mjs";
import { withLock } from "./lock.mjs";
import { stopCommands } from "./processes.mjs";
import { elapsed, Notice, report, say, step } from "./progress.mjs";
import { dataFolder, loadSettings, showsPages } from "./settings.mjs";

const isDev = process.argv.includes("--dev");

/** What has to be ended again, newest first. @type {(() => Promise<unknown>)[]} */
const endings = [];

const migrating = (work) => step("Migrating the database", work);

/** The database of the data folder, ready for the server and with the server's own account. */
async function openOwnDatabase(dataDir) {
  const [{ startDatabase }, { grantAppRole }, { migrate }] = await Promise.all([
    import("./database.mjs"),
    import("./app-role.mjs"),
    import("./prisma.mjs"),
  ]);
  const folder = path.join(dataDir, "postgres");
  const starting = startDatabase({ folder });
  endings.push(async () => (await starting.catch(() => null))?.stop());
  const database = await step("Starting PostgreSQL", () => starting);
  if (database.folder !== folder) {
    say(`  in ${database.folder}: root's own folder is closed to PostgreSQL`);
  }
  await migrate(database.url, migrating);
  return grantAppRole(database.url);
}

async function openGivenDatabase(url) {
  const { migrate } = await import("./prisma.mjs");
  try {
    await migrate(url, migrating);
  } catch (error) {
    // What Prisma prints says enough; a database that cannot be reached throws what has a code.
    if (!error.code || error.output) throw error;
    throw new Notice(
      `The database of DATABASE_URL cannot be used: ${error.message || error.code}.\nCheck that address, or leave DATABASE_URL out: Waymark then starts a PostgreSQL of its own.`,
    );
  }
  return url;
}

async function prepare(dataDir) {
  await install();
  const [{ generateClient }, { build }] = await Promise.all([
    import("./prisma.mjs"),
    import("./build.mjs"),
  ]);
  await generateClient((work) => step("Generating the database client", work));
  const [databaseUrl] = await Promise.all([
    process.env.DATABASE_URL
      ? openGivenDatabase(process.env.DATABASE_URL)
      : openOwnDatabase(dataDir),
    isDev ? null : build(),
  ]);
  return databaseUrl;
}

async function serve(env, port) {
  const { startServer } = await import("./server-process.mjs");
  const { serverFolder } = await import("./build.mjs");
  const server = startServer({ folder: serverFolder({ isDev }), env });
  endings.push(() => server.stop());
  if (!(await server.ready(localUrl(port)))) {
    throw new Notice("The server did not become ready; what it said is above.");
  }
  say(`\n${invitation(port)}\n  (${elapsed()} from the command to here)\n`);
  const code = await server.exit;
  throw new Notice(`The server ended by itself (${code}).`);
}

async function main(dataDir) {
  const port = showsPages() ? await choosePort() : 0;
  const databaseUrl = await prepare(dataDir);
  const env = {
    NODE_ENV: isDev ? "development" : "production",
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
  };
  if (!isDev) return serve(env, port);
  const { serveAndWatch } = await import("./dev.mjs");
  return serveAndWatch({ env, port, endings });
}

/** @throws Notice when this account cannot keep anything there. */
function checkFolder(dataDir) {
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    fs.accessSync(dataDir, fs.constants.W_OK);
  } catch (error) {
    throw new Notice(
      `This account cannot write to ${dataDir} (${error.code}).\nChoose another folder: DATA_DIR=~/waymark-data npm start`,
    );
  }
}

/** One server per data folder: two would each believe that a map is theirs alone. */
function alone(dataDir, work) {
  const lock = path.join(dataDir, "running.lock");
  const onWait = () => {
    const pid = Number.parseInt(fs.readFileSync(lock, "utf8"), 10);
    throw new Notice(
      `Waymark already runs from ${dataDir} (process ${pid}).\nStop it, or give this one a folder of its own: DATA_DIR=.data-2 PORT=3001 npm start`,
    );
  };
  return withLock(lock, work, { onWait });
}

async function run() {
  checkNode();
  loadSettings();
  const dataDir = dataFolder();
  checkFolder(dataDir);
  await alone(dataDir, async () => {
    try {
      await Promise.race([main(dataDir), interrupted]);
    } finally {
      await stopCommands();
      for (const end of endings.reverse()) await end();
    }
  });
}

try {
  await run();
} catch (error) {
  process.exitCode = isInterrupted() ? 0 : report(error);
}
process.exit();
