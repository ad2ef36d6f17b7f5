import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase, startOwnPostgres } from "./postgres";

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a test database is migrated, empty and alone", async () => {
  const [first, second] = await Promise.all([
    createTestDatabase(),
    createTestDatabase(),
  ]);
  await ask(first.url, `CREATE TABLE only_here ()`);
  expect(
    await ask(second.url, `SELECT to_regclass('only_here') AS found`),
  ).toEqual([{ found: null }]);
  expect(await ask(second.url, `SELECT * FROM "Workspace"`)).toEqual([]);
  await Promise.all([first.drop(), second.drop()]);
});

test("a server of one's own keeps what was committed over a kill", async () => {
  const server = await startOwnPostgres();
  await ask(server.url, "CREATE TABLE kept AS SELECT 1 AS one");
  await server.kill();
  await expect(ask(server.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  await server.start();
  expect(await ask(server.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
  await server.destroy();
});
