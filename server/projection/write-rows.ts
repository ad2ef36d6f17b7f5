import type pg from "pg";
import {
  PROJECTION_KEYS,
  type ProjectionTable,
} from "@/lib/journey/projection-rows";
import type { RowChanges } from "@/lib/journey/projection";

type Db = Pick<pg.ClientBase, "query">;

const tables = Object.keys(PROJECTION_KEYS) as ProjectionTable[];
const quoted = (column: string) => `"${column}"`;
const mostInt = 2 ** 31 - 1;
const firstDate = "0001-01-01";

/** Anyone who may edit can put any number, date or character into a document; what a column cannot hold is null. */
function storable(key: string, value: unknown): unknown {
  if (typeof value === "string") {
    if (key === "due" && value < firstDate) return null;
    return value.replaceAll("\0", "");
  }
  return key === "bytes" && typeof value === "number" && value > mostInt
    ? null
    : value;
}

/** Rows as JSON that every column can hold. */
export const storableJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, storable);

async function upsert(
  db: Db,
  table: ProjectionTable,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const keys: readonly string[] = ["journeyId", ...PROJECTION_KEYS[table]];
  const values = Object.keys(first).filter((column) => !keys.includes(column));
  const assignments = values.map(
    (column) => `"${column}" = EXCLUDED."${column}"`,
  );
  await db.query(
    `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(null::"${table}", $1::json)
     ON CONFLICT (${keys.map(quoted).join(", ")}) DO UPDATE SET ${assignments.join(", ")}`,
    [storableJson(rows)],
  );
}

async function remove(
  db: Db,
  table: ProjectionTable,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const keys: readonly string[] = ["journeyId", ...PROJECTION_KEYS[table]];
  const isSame = keys.map((key) => `held."${key}" = gone."${key}"`);
  await db.query(
    `DELETE FROM "${table}" held USING json_populate_recordset(null::"${table}", $1::json) gone
     WHERE ${isSame.join(" AND ")}`,
    [storableJson(rows)],
  );
}

/** The difference of one journey, and the seq that it leads to. */
export interface ChangesAt {
  readonly changes: RowChanges;
  readonly seq: number;
}

/** Writes the differences of several journeys; every written row carries the seq that it reflects. */
export async function writeChanges(
  db: Db,
  all: readonly ChangesAt[],
): Promise<void> {
  for (const table of tables) {
    await remove(
      db,
      table,
      all.flatMap(({ changes }): readonly object[] => changes[table].remove),
    );
    await upsert(
      db,
      table,
      all.flatMap(({ changes, seq: asOfSeq }) =>
        changes[table].upsert.map((row) => ({ ...row, asOfSeq })),
      ),
    );
  }
}

/** Takes all rows of journeys away. */
export async function clearRows(
  db: Db,
  journeyIds: readonly string[],
): Promise<void> {
  for (const table of tables) {
    await db.query(`DELETE FROM "${table}" WHERE "journeyId" = ANY($1)`, [
      journeyIds,
    ]);
  }
}
