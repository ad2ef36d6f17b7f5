import type pg from "pg";
import { AppError } from "@/server/errors";

/**
 * Refuses a server that would say "stored" without storing: "Saved" in the app means that it survives.
 *
 * @throws AppError `not_durable`.
 */
export async function assertDurable(db: Pick<pg.Pool, "query">): Promise<void> {
  const { rows } = await db.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings
     WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'off'`,
  );
  const off = rows.map(({ name }) => name).join(" and ");
  if (off)
    throw new AppError(
      "not_durable",
      `PostgreSQL runs with ${off} = off: switch it on.`,
    );
}
