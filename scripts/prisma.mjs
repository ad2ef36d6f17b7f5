// Prisma's command line, and the two things that the commands here ask of it.
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { onceFor, digestOf } from "./digest.mjs";
import { isQueueMigrated, migrateQueue } from "./job-queue.mjs";
import { root, runTool } from "./processes.mjs";

const migrationsFolder = path.join(root, "prisma/migrations");

/** @param {string[]} args @param {string} [databaseUrl] @param {{ show?: boolean }} [options] */
export function prisma(args, databaseUrl, options = {}) {
  const env = {
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    // It would keep a compiled prisma.config.ts inside node_modules, which an image may not change.
    JITI_FS_CACHE: "false",
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  };
  return runTool("prisma/build/index.js", args, { ...options, env });
}

const schemaDigest = () =>
  digestOf(["prisma", "package-lock.json"], (file) =>
    /\.prisma$|package-lock/.test(file),
  );

export const migrationsDigest = () =>
  digestOf(["prisma/migrations", "scripts/job-queue.mjs"]);

const plainly = (work) => work();

/**
 * Makes the database client anew when the schema has changed.
 * @param {(work: () => Promise<unknown>) => Promise<unknown>} [around] - wraps the work, to show that it goes on.
 */
export const generateClient = (around = plainly) =>
  onceFor({
    stamp: "server/db/generated/.stamp",
    digest: schemaDigest,
    work: () => around(() => prisma(["generate"])),
  });

/** Names and checksums of the migrations in the checkout, oldest first. */
export function migrationsOnDisk() {
  return fs
    .readdirSync(migrationsFolder)
    .sort()
    .map((name) => ({
      name,
      file: path.join(migrationsFolder, name, "migration.sql"),
    }))
    .filter(({ file }) => fs.existsSync(file))
    .map(({ name, file }) => {
      const sql = fs.readFileSync(file);
      return {
        name,
        sql,
        checksum: crypto.createHash("sha256").update(sql).digest("hex"),
      };
    });
}

/** Whether the database has all migrations; asked directly, because the command line takes seconds. */
async function isMigrated(databaseUrl) {
  const { default: pg } = await import("pg");
  const client = new pg.Client(databaseUrl);
  try {
    await client.connect();
    const { rows } = await client.query(
      `select migration_name, checksum from _prisma_migrations
       where finished_at is not null and rolled_back_at is null`,
    );
    const have = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const hasAll = migrationsOnDisk().every(
      ({ name, checksum }) => have.get(name) === checksum,
    );
    return hasAll && (await isQueueMigrated(client));
  } catch (error) {
    const isNew = ["42P01", "3D000"].includes(error.code); // no such table, no such database
    if (isNew) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Applies the migrations that the database lacks.
 * @param {string} databaseUrl
 * @param {(work: () => Promise<unknown>) => Promise<unknown>} [around] - wraps the work, to show that it goes on.
 */
export async function migrate(databaseUrl, around = plainly) {
  if (await isMigrated(databaseUrl)) return;
  await around(async () => {
    await prisma(["migrate", "deploy"], databaseUrl);
    await migrateQueue(databaseUrl);
  });
}

/** The statements that bring a database to the schema; empty when it is there. @param {string} databaseUrl */
export async function sqlToSchema(databaseUrl) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-"));
  const file = path.join(folder, "diff.sql");
  try {
    const sides = ["--from-config-datasource", "--to-schema", "prisma"];
    await prisma(
      ["migrate", "diff", ...sides, "--script", "-o", file],
      databaseUrl,
    );
    const sql = fs.readFileSync(file, "utf8");
    const isEmpty = sql
      .split("\n")
      .every((line) => !line.trim() || line.startsWith("--"));
    return isEmpty ? "" : sql;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
