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
FROM unnest($1::uuid[]) AS j(id)`;

/** The rows of journeys as the database holds them. */
export async function readRows(
  db: Db,
  journeyIds: readonly string[],
): Promise<Map<string, ProjectionRows>> {
  if (journeyIds.length === 0) return new Map();
  const { rows } = await db.query<ProjectionRows & { id: string }>(rowsSql, [
    journeyIds,
  ]);
  return new Map(rows.map(({ id, ...held }) => [id, held]));
}
