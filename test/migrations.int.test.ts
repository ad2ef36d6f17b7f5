import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrate, sqlToSchema } from "../scripts/prisma.mjs";
import { databaseUrl } from "../scripts/shared-postgres.mjs";

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
