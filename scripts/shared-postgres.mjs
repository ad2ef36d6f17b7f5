// One throwaway PostgreSQL per checkout for tests and tools: whoever comes first starts it, the last one stops it.
import fs from "node:fs";
import path from "node:path";
import { startDatabase } from "./database.mjs";
import { withLock } from "./lock.mjs";
import { identityOf, isRunning, root } from "./processes.mjs";

const home = path.join(root, ".data-test");
const users = path.join(home, "users");
const lock = path.join(home, "users.lock");

/** Nothing in it must outlive a crash, so it need not wait for the disk. */
const settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "300",
};

/** Of the account that a server under test uses: accounts belong to the whole PostgreSQL, so all runs agree. */
export const appPassword = "password-of-tests";

function hasOtherUsers() {
  const files = fs.readdirSync(users).map((name) => path.join(users, name));
  for (const file of files)
    if (!isRunning(fs.readFileSync(file, "utf8"))) fs.rmSync(file);
  return fs.readdirSync(users).length > 0;
}

/**
 * @param {(url: string) => Promise<unknown>} [whenFresh] - what to do after a start, before anybody else comes.
 * @returns {Promise<{ url: string, release(): Promise<void> }>} the address of its `postgres` database.
 */
export async function useSharedPostgres(whenFresh = async () => {}) {
  const mine = path.join(users, String(process.pid));
  fs.mkdirSync(users, { recursive: true });
  const server = await withLock(lock, async () => {
    fs.writeFileSync(mine, identityOf(process.pid));
    const started = await startDatabase({
      folder: path.join(home, "postgres"),
      database: "postgres",
      settings,
    });
    if (!started.isReused) await whenFresh(started.url);
    return started;
  });
  return {
    url: server.url,
    release: () =>
      withLock(lock, async () => {
        fs.rmSync(mine, { force: true });
        if (!hasOtherUsers()) await server.stop();
      }),
  };
}

/** The same server's address for another database. @param {string} url @param {string} name */
export function databaseUrl(url, name) {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
