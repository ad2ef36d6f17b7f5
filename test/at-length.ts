import { pool } from "@/server/db/pool";

/** Runs statements over whole tables, for which the patience of the product is too short on a busy machine. */
export async function atLength<T>(
  work: (ask: (sql: string) => Promise<unknown>) => Promise<T>,
): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query("SET statement_timeout = 0");
    return await work((sql) => client.query(sql));
  } finally {
    // Closed with what was set for it.
    client.release(true);
  }
}
