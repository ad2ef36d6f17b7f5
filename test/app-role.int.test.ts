import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { grantAppRole } from "../scripts/app-role.mjs";
import { appPassword } from "../scripts/shared-postgres.mjs";
import { createTestDatabase, type TestDatabase } from "./postgres";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(await grantAppRole(database.url, appPassword));
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

test("[SC-12] the server's account reads and writes rows", async () => {
  expect((await client.query(`SELECT * FROM "Workspace"`)).rows).toEqual([]);
  expect((await client.query(`DELETE FROM "Workspace"`)).rowCount).toBe(0);
});

test("the server's account queues jobs and sees them", async () => {
  await client.query(`SELECT graphile_worker.add_job('sweep-files', '{}')`);
  const { rows } = await client.query(
    `SELECT payload FROM graphile_worker._private_jobs`,
  );
  expect(rows).toEqual([{ payload: {} }]);
});

test("the server's account can see that the database is migrated", async () => {
  const { rows } = await client.query(`SELECT * FROM "_prisma_migrations"`);
  expect(rows).not.toEqual([]);
});

test.each([
  `CREATE TABLE mine ()`,
  `CREATE SCHEMA mine`,
  `CREATE TEMPORARY TABLE mine ()`,
  `ALTER TABLE "User" ADD COLUMN mine text`,
  `DROP TABLE "User"`,
  `TRUNCATE "User"`,
  `CREATE ROLE mine`,
  `COPY "User" TO PROGRAM 'cat'`,
  `DELETE FROM "_prisma_migrations"`,
  `CREATE TABLE graphile_worker.mine ()`,
  `DROP TABLE graphile_worker._private_jobs`,
  `DELETE FROM graphile_worker.migrations`,
])("[SC-12] the server's account may not %s", async (sql) => {
  await expect(client.query(sql)).rejects.toThrow(
    /permission denied|must be owner/,
  );
});

test.each([`UPDATE "AuditEvent" SET id = id`, `DELETE FROM "AuditEvent"`])(
  "[PR-10] the server's account may not %s",
  async (sql) => {
    await expect(client.query(sql)).rejects.toThrow("permission denied");
  },
);
