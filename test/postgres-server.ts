import type { TestProject } from "vitest/node";
import pg from "pg";
import {
  generateClient,
  migrate,
  migrationsDigest,
} from "../scripts/prisma.mjs";
import { databaseUrl, useSharedPostgres } from "../scripts/shared-postgres.mjs";
import { withLock } from "../scripts/lock.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** The running server's `postgres` database. */
    postgresUrl: string;
    /** A database with all migrations, to copy from. */
    templateDatabase: string;
  }
}

/** Once per run: the shared server runs and has a migrated template of exactly this schema. */
export default async function setup(
  project: TestProject,
): Promise<() => Promise<void>> {
  await generateClient();
  const name = `template_${migrationsDigest().slice(0, 24)}`;
  const server = await useSharedPostgres((url) => dropLeftovers(url, name));
  try {
    await withLock(".data-test/template.lock", () =>
      ensureTemplate(server.url, name),
    );
  } catch (error) {
    await server.release();
    throw error;
  }
  project.provide("postgresUrl", server.url);
  project.provide("templateDatabase", name);
  return server.release;
}

async function withAdmin<T>(
  serverUrl: string,
  work: (admin: pg.Client) => Promise<T>,
): Promise<T> {
  const admin = new pg.Client(serverUrl);
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Makes the template under another name and renames it, so that it is whole or not there. */
const ensureTemplate = (serverUrl: string, name: string): Promise<void> =>
  withAdmin(serverUrl, async (admin) => {
    const { rowCount } = await admin.query(
      "SELECT 1 FROM pg_database WHERE datname = $1",
      [name],
    );
    if (rowCount) return;
    const making = `making_${name}`;
    await admin.query(`DROP DATABASE IF EXISTS ${making}`);
    await admin.query(`CREATE DATABASE ${making}`);
    await migrate(databaseUrl(serverUrl, making));
    await admin.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  });

/** What killed runs and older migrations left behind. */
const dropLeftovers = (serverUrl: string, kept: string): Promise<void> =>
  withAdmin(serverUrl, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname ~ '^(test|template|making)_' AND datname <> $1",
      [kept],
    );
    for (const { datname } of rows) {
      await admin.query(`DROP DATABASE "${datname}"`);
    }
  });
