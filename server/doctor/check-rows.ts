import type { JourneyMap } from "@/lib/journey/journey-map";
import { projectRows } from "@/lib/journey/projection";
import {
  PROJECTION_KEYS,
  type ProjectionTable,
} from "@/lib/journey/projection-rows";
import { storableJson } from "@/server/projection/write-rows";
import type { MapUnderCheck } from "./map-under-check";

const tables = Object.keys(PROJECTION_KEYS) as ProjectionTable[];

interface Differences {
  readonly wrong: number;
  readonly missing: number;
  readonly surplus: number;
}

// What is wanted goes through the types of the columns, so that only what differs there differs here.
const compareSql = (table: ProjectionTable) => {
  const isSame = PROJECTION_KEYS[table]
    .map((key) => `held.it->>'${key}' = wanted.it->>'${key}'`)
    .join(" AND ");
  return `
SELECT (count(*) FILTER (WHERE held.it <> wanted.it OR held.seq > $3))::int AS wrong,
       (count(*) FILTER (WHERE held.it IS NULL))::int AS missing,
       (count(*) FILTER (WHERE wanted.it IS NULL))::int AS surplus
FROM (SELECT to_jsonb(t) - 'asOfSeq' AS it, "asOfSeq" AS seq
      FROM "${table}" t WHERE "journeyId" = $1) held
FULL JOIN (SELECT to_jsonb(r) - 'asOfSeq' AS it
           FROM json_populate_recordset(null::"${table}", $2::json) r) wanted ON ${isSame}`;
};

const wordsFor = (table: string, { wrong, missing, surplus }: Differences) =>
  `${table}: ${wrong} rows not as in the map, ${missing} missing, ${surplus} too many`;

async function checkRegistry(
  { db, journeyId, report }: MapUnderCheck,
  { meta }: JourneyMap,
): Promise<void> {
  const { rows } = await db.query<Record<string, unknown>>(
    `SELECT title, state, outcome, locale, "reviewEveryDays" FROM "Journey" WHERE id = $1`,
    [journeyId],
  );
  const wanted: Record<string, unknown> = {
    title: meta.title.replaceAll("\0", ""),
    state: meta.state,
    outcome: meta.outcome,
    locale: meta.locale,
    reviewEveryDays: meta.reviewEveryDays,
  };
  const other = Object.keys(wanted).filter(
    (column) => wanted[column] !== rows[0]?.[column],
  );
  if (other.length > 0)
    report("rows", `Journey: ${other.join(", ")} not as in the map`);
}

/** Checks that the rows of a journey, and its registry row, say what the map says that they reflect. */
export async function checkRows(
  map: MapUnderCheck,
  projected: JourneyMap,
): Promise<void> {
  const { db, journeyId, projSeq, report } = map;
  const wanted = projectRows(projected, map);
  for (const table of tables) {
    const { rows } = await db.query<Differences>(compareSql(table), [
      journeyId,
      storableJson(wanted[table]),
      projSeq,
    ]);
    const [found] = rows as [Differences];
    if (found.wrong + found.missing + found.surplus > 0)
      report("rows", wordsFor(table, found));
  }
  await checkRegistry(map, projected);
}
