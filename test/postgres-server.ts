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
  const server = await useSharedPostgres();
  const name = `template_${migrationsDigest().slice(0, 24)}`;
  try {
    await withLock(".data-test/template.lock", () =>
      ensureTemplate(server, name),
    );
  } catch (error) {
    await server.release();
    throw error;
  }
  project.provide("postgresUrl", server.url);
  project.provide("templateDatabase", name);
  return server.release;
}

/** Makes the template under another name and renames it, so that it is whole or not there. */
async function ensureTemplate(
  server: { readonly url: string; readonly isReused: boolean },
  name: string,
): Promise<void> {
  const admin = new pg.Client(server.url);
  await admin.connect();
  try {
    // Only while nobody else is here: a test's database may have no connection for a moment.
    if (!server.isReused) await dropLeftovers(admin, name);
    const { rowCount } = await admin.query(
      "SELECT 1 FROM pg_database WHERE datname = $1",
      [name],
    );
    if (rowCount) return;
    const making = `making_${name}`;
    await admin.query(`DROP DATABASE IF EXISTS ${making}`);
    await admin.query(`CREATE DATABASE ${making}`);
    const url = databaseUrl(server.url, making);
    await migrate(url);
    await admin.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  } finally {
    await admin.end();
  }
}

/** What killed runs and older migrations left behind. */
async function dropLeftovers(admin: pg.Client, kept: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname ~ '^(test|template|making)_' AND datname <> $1",
    [kept],
  );
  for (const { datname } of rows) {
    await admin.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  }
}
