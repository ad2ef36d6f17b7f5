import type pg from "pg";

/**
 * Begins another history of every map: what browsers keep of the old one is not merged into what was restored,
 * where it would put in again what the backup lacks and what was meant to go.
 *
 * @returns how many maps there are.
 */
export async function beginHistories(
  db: Pick<pg.Pool, "query">,
): Promise<number> {
  // By the clock, not by one: a backup that is restored twice must not begin the same history twice.
  const { rowCount } = await db.query(
    `UPDATE document_head
     SET epoch = greatest(epoch + 1, floor(extract(epoch FROM now()) / 60)::int)`,
  );
  return rowCount ?? 0;
}
