// npm run migration -- <name>: writes the migration that brings the newest one to the schema.
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { prisma, sqlToSchema } from "./prisma.mjs";
import { root } from "./processes.mjs";
import { databaseUrl, useSharedPostgres } from "./shared-postgres.mjs";

const name = process.argv[2]?.toLowerCase().replace(/[^a-z0-9]+/g, "_");
if (!name) {
  console.error("Give the migration a name: npm run migration -- add_pulse");
  process.exit(1);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = path.join(root, "prisma/migrations", `${stamp}_${name}`);
const server = await useSharedPostgres();
const scratch = `migration_${process.pid}`;
const admin = new pg.Client(server.url);
await admin.connect();
try {
  await admin.query(`CREATE DATABASE ${scratch}`);
  const url = databaseUrl(server.url, scratch);
  await prisma(["migrate", "deploy"], url);
  const sql = await sqlToSchema(url);
  if (sql) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, "migration.sql"), sql);
  }
  console.log(
    sql
      ? `Wrote ${path.relative(root, folder)}`
      : "The migrations match the schema.",
  );
} finally {
  await admin.query(`DROP DATABASE IF EXISTS ${scratch}`);
  await admin.end();
  await server.release();
}
