import type { TestProject } from "vitest/node";
import pg from "pg";
import {
  generateClient,
  migrate,
  migrationsDigest,
  schemaDigest,
  sqlToSchema,
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
  const name = `template_${migrationsDigest().slice(0, 12)}_${schemaDigest().slice(0, 12)}`;
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

/** Makes the template under another name and renames it, so that it is whole or not there. */
async function ensureTemplate(serverUrl: string, name: string): Promise<void> {
  const admin = new pg.Client(serverUrl);
  await admin.connect();
  try {
    const { rowCount } = await admin.query(
      "SELECT 1 FROM pg_database WHERE datname = $1",
      [name],
    );
    if (rowCount) return;
    await dropLeftovers(admin);
    const making = `making_${name}`;
    await admin.query(`CREATE DATABASE ${making}`);
    const url = databaseUrl(serverUrl, making);
    await migrate(url);
    await applyUnmigrated(url);
    await admin.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  } finally {
    await admin.end();
  }
}

/** While the schema is ahead of the migrations, tests see the schema. */
async function applyUnmigrated(url: string): Promise<void> {
  const sql = await sqlToSchema(url);
  if (!sql) return;
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Old templates and the databases of killed runs; those in use refuse to go, and stay. */
async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `SELECT datname FROM pg_database WHERE datname ~ '^(making_)?template_[0-9a-f]' OR datname ~ '^test_'
     AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = pg_database.datname)`,
  );
  for (const { datname } of rows) {
    await admin
      .query(`DROP DATABASE IF EXISTS ${datname}`)
      .catch(() => undefined);
  }
}
