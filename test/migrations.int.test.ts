import pg from "pg";
import { afterEach, expect, inject, test, vi } from "vitest";
import { migrate, sqlToSchema } from "../scripts/prisma.mjs";
import { databaseUrl } from "../scripts/shared-postgres.mjs";
import { createTestDatabase } from "./postgres";

afterEach(() => vi.unstubAllEnvs());

test("the migrations bring an empty database to the schema", async () => {
  const name = `test_migrations_${process.pid}`;
  const admin = new pg.Client(inject("postgresUrl"));
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = databaseUrl(inject("postgresUrl"), name);
  await migrate(url);
  // Where this fails, a model changed: npm run migration -- <name of the change>
  expect(await sqlToSchema(url)).toBe("");
  await admin.query(`DROP DATABASE ${name}`);
  await admin.end();
});

test("a warning of Node does not come between Prisma and its engine", async () => {
  // Node warns on standard error when both are set, and Prisma expects JSON there.
  vi.stubEnv("FORCE_COLOR", "1");
  vi.stubEnv("NO_COLOR", "1");
  const database = await createTestDatabase();
  expect(await sqlToSchema(database.url)).toBe("");
  await database.drop();
});
