import type pg from "pg";
import { AppError } from "@/server/errors";

type Db = Pick<pg.ClientBase, "query">;

/** Settings that make a server say "stored" without storing. */
export async function settingsOff(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT name FROM pg_settings
     WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'off' ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

/** Tables that a crash of Postgres empties. */
export async function unloggedTables(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND c.relpersistence = 'u' AND n.nspname = current_schema() ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Refuses a server that would say "stored" without storing: "Saved" in the app means that it survives.
 *
 * @throws AppError `not_durable`.
 */
export async function assertDurable(db: Db): Promise<void> {
  const off = (await settingsOff(db)).join(" and ");
  if (off)
    throw new AppError(
      "not_durable",
      `PostgreSQL runs with ${off} = off: switch it on.`,
    );
  const unlogged = (await unloggedTables(db)).join(", ");
  if (unlogged)
    throw new AppError(
      "not_durable",
      `PostgreSQL has unlogged tables: ${unlogged}. Make them SET LOGGED.`,
    );
}
