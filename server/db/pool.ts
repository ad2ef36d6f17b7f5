import pg from "pg";
import { env } from "@/server/env";
import { surviveLostConnections } from "./lost-connections";

// The bundle of the pages and that of the server are two; the pool must be one.
const shared = globalThis as { waymarkPool?: pg.Pool };

const connectTimeoutMs = 5_000;
const statementTimeoutMs = 30_000;

function createPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    application_name: "waymark",
  });
  return surviveLostConnections(pool);
}

/** The pool of connections for plain SQL, one per process. */
export const pool = (): pg.Pool => (shared.waymarkPool ??= createPool());

/** Closes the pool; the next use opens another. */
export async function closePool(): Promise<void> {
  const open = shared.waymarkPool;
  delete shared.waymarkPool;
  await open?.end();
}
