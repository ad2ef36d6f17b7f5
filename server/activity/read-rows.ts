import type pg from "pg";
import {
  PROJECTION_KEYS,
  type ProjectionRows,
  type ProjectionTable,
} from "@/lib/journey/projection-rows";

type Db = Pick<pg.ClientBase, "query">;

const tables = Object.keys(PROJECTION_KEYS) as ProjectionTable[];

const rowsSql = `SELECT j.id, ${tables
  .map(
    (table) =>
      `(SELECT coalesce(json_agg(to_jsonb(r) - 'asOfSeq'), '[]') FROM "${table}" r WHERE r."journeyId" = j.id) AS "${table}"`,
  )
  .join(", ")}
FROM (SELECT $1::uuid AS id) j`;

/** The rows of journeys as the database holds them; one after the other, because an answer is text as large as a map. */
export async function readRows(
  db: Db,
  journeyIds: readonly string[],
): Promise<Map<string, ProjectionRows>> {
  const read = new Map<string, ProjectionRows>();
  for (const journeyId of journeyIds) {
    const { rows } = await db.query<ProjectionRows & { id: string }>(rowsSql, [
      journeyId,
    ]);
    for (const { id, ...held } of rows) read.set(id, held);
  }
  return read;
}
