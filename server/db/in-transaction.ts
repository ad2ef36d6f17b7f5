import type pg from "pg";
import { pool } from "./pool";

const begin = {
  write: "BEGIN",
  /** Several reads that see one moment. */
  read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
} as const;

/** Runs work in one transaction on one connection: all of it is stored, or nothing. */
export async function inTransaction<T>(
  work: (client: pg.PoolClient) => Promise<T>,
  mode: keyof typeof begin = "write",
  from: pg.Pool = pool(),
): Promise<T> {
  const client = await from.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin[mode]);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away, and with it the transaction.
    await client.query("ROLLBACK").catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}
