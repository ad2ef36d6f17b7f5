import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { startDatabase } from "../scripts/database.mjs";
import { migrateQueue } from "../scripts/job-queue.mjs";
import { migrationsOnDisk } from "../scripts/prisma.mjs";
import { freePort, isAlive, sleep } from "../scripts/processes.mjs";
import { databaseUrl } from "../scripts/shared-postgres.mjs";

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** So long a connection that was closed may take to be gone. */
const goneMs = 3_000;

/**
 * A pool that has ended only said so: its connections go a little later. To be cut off instead reaches whoever
 * listened on them as an error.
 */
async function drop(url: string, name: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const isUsed = async () => {
    const { rows } = await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = $1`,
      [name],
    );
    return rows.length > 0;
  };
  try {
    const until = Date.now() + goneMs;
    while ((await isUsed()) && Date.now() < until) await sleep(10);
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

/** A fresh, migrated, empty database of its own for one test file. Takes some ten milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await run(
    inject("postgresUrl"),
    `CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")}`,
  );
  return {
    url: databaseUrl(inject("postgresUrl"), name),
    drop: () => drop(inject("postgresUrl"), name),
  };
}

export interface OwnPostgres {
  /** Stays the same over a stop and a start. */
  readonly url: string;
  /** A clean stop: open transactions are rolled back. */
  stop(): Promise<void>;
  /** As a crash does it. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  destroy(): Promise<void>;
}

/** The processes that serve connections: orphaned, one may still store what it was just sent. */
async function backendsOf(url: string): Promise<number[]> {
  const client = new pg.Client(url);
  // It is killed with the others.
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'",
  );
  return rows.map(({ pid }) => pid);
}

/** A migrated PostgreSQL server that the test alone may stop, kill and start again. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const home = await mkdtemp(path.join(tmpdir(), "waymark-postgres-"));
  // Run by root, the server has an account of its own and must be able to enter.
  await chmod(home, 0o755);
  const port = await freePort();
  const start = () =>
    startDatabase({ folder: path.join(home, "postgres"), port });
  let server = await start();
  await run(databaseUrl(server.url, "postgres"), "CREATE DATABASE waymark");
  for (const { sql } of migrationsOnDisk())
    await run(server.url, sql.toString());
  await migrateQueue(server.url);
  return {
    url: server.url,
    stop: () => server.stop(),
    async kill() {
      const all = [server.pid, ...(await backendsOf(server.url))];
      for (const pid of all) if (isAlive(pid)) process.kill(pid, "SIGKILL");
      while (all.some(isAlive)) await sleep(10);
    },
    async start() {
      server = await start();
    },
    async destroy() {
      await server.stop();
      await rm(home, { recursive: true });
    },
  };
}
