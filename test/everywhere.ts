import { inspect } from "node:util";
import { vi } from "vitest";
import { pool } from "@/server/db/pool";
import { logger } from "@/server/logger";

/** Names of the tables of whatever schema that hold one of these words in any of their columns. */
export async function tablesWith(words: readonly string[]): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
       AND has_table_privilege(format('%I.%I', table_schema, table_name), 'SELECT')`,
  );
  const patterns = words.map((word) => `%${word.replaceAll("_", "\\_")}%`);
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await pool().query(
      `SELECT 1 FROM ${name} t WHERE to_jsonb(t)::text LIKE ANY($1) LIMIT 1`,
      [patterns],
    );
    if (rowCount) found.push(name);
  }
  if (rows.length < 20) throw new Error("Hardly any table was looked at");
  return found;
}

/** From now on, what would be written to the log at any level, one text for each line. */
export function sayings(): () => string[] {
  const levels = ["trace", "debug", "info", "warn", "error", "fatal"] as const;
  const spies = levels.map((level) => vi.spyOn(logger(), level));
  return () =>
    spies.flatMap((spy) =>
      spy.mock.calls.splice(0).map((call) => inspect(call, { depth: 6 })),
    );
}
