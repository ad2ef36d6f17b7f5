import type pg from "pg";

/**
 * Makes a pool live through the loss of its connections. Whoever waits for an answer is told by the query
 * itself; unheard, the same event on a connection that is idle, or held between two queries, ends the process.
 */
export function surviveLostConnections(pool: pg.Pool): pg.Pool {
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
