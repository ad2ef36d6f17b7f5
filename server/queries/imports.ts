import type { ImportItem, ImportList } from "@/lib/api/imports";
import type { JourneyFlow, LogFlow } from "@/lib/api/journey-flow";
import { pool } from "@/server/db/pool";
import { momentCursor, type MomentPlace } from "./moment-cursor";
import { requireKeys } from "./require-defined";

interface ImportRowRead extends Omit<ImportItem, "at" | "undone"> {
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
  readonly undoneBy: ImportItem["by"];
}

// Pieces that were deleted one by one are not counted: the list says what an undo would take.
const readSql = `
SELECT r.id, r.kind, r.tool, r."fileName", r.result, r."createdAt", r."undoneAt",
       coalesce(e.left, 0)::int AS left, coalesce(e.changed, 0)::int AS changed,
       CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS by,
       CASE WHEN v.id IS NULL THEN NULL ELSE json_build_object('id', v.id, 'name', v.name) END AS "undoneBy"
FROM "ImportRun" r
LEFT JOIN LATERAL (
  SELECT count(*) AS left, count(*) FILTER (WHERE e.version > 1) AS changed
  FROM "Evidence" e
  WHERE e."workspaceId" = r."workspaceId" AND e."importRunId" = r.id AND e."deletedAt" IS NULL
) e ON true
LEFT JOIN "Membership" m ON m."workspaceId" = r."workspaceId" AND m."userId" = r."createdById"
LEFT JOIN "User" u ON u.id = m."userId"
LEFT JOIN "Membership" w ON w."workspaceId" = r."workspaceId" AND w."userId" = r."undoneById"
LEFT JOIN "User" v ON v.id = w."userId"
WHERE r."workspaceId" = $1 AND r."journeyId" = $2`;

const toItem = ({
  createdAt,
  undoneAt,
  undoneBy,
  ...row
}: ImportRowRead): ImportItem => ({
  ...row,
  at: createdAt.toISOString(),
  undone: undoneAt && { at: undoneAt.toISOString(), by: undoneBy },
});

interface OfJourney {
  readonly workspaceId: string;
  readonly journeyId: string;
}

/** The imports of a journey, the newest first, a page of them. */
export async function listImports(
  filter: OfJourney,
  page: { readonly after: MomentPlace | null; readonly limit: number },
): Promise<ImportList> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  requireKeys(page, ["after", "limit"]);
  const values: unknown[] = [filter.workspaceId, filter.journeyId];
  const at = (value: unknown) => `$${values.push(value)}`;
  const after =
    page.after === null
      ? ""
      : ` AND (r."createdAt", r.id) < (${at(page.after[0])}::timestamptz, ${at(page.after[1])}::uuid)`;
  const found = await pool().query<ImportRowRead>(
    `${readSql}${after} ORDER BY r."createdAt" DESC, r.id DESC LIMIT ${at(page.limit + 1)}`,
    values,
  );
  const rows = found.rows.slice(0, page.limit);
  const last = rows.at(-1);
  const hasMore = last !== undefined && found.rows.length > page.limit;
  return {
    imports: rows.map(toItem),
    nextCursor: hasMore ? momentCursor(last.createdAt, last.id) : null,
  };
}

/** One import of a journey; null where there is none. */
export async function findImport(
  filter: OfJourney & { readonly importId: string },
): Promise<ImportItem | null> {
  requireKeys(filter, ["workspaceId", "journeyId", "importId"]);
  const { workspaceId, journeyId, importId } = filter;
  const { rows } = await pool().query<ImportRowRead>(
    `${readSql} AND r.id = $3`,
    [workspaceId, journeyId, importId],
  );
  return rows[0] ? toItem(rows[0]) : null;
}

interface FlowRow {
  readonly id: string;
  readonly fileName: string;
  readonly createdAt: Date;
  readonly flow: LogFlow;
}

const flowSql = `
SELECT r.id, r."fileName", r."createdAt", r.flow
FROM "ImportRun" r
WHERE r."workspaceId" = $1 AND r."journeyId" = $2 AND r.flow IS NOT NULL AND r."undoneAt" IS NULL
ORDER BY r."createdAt" DESC, r.id DESC LIMIT 1`;

/** What the newest event log of a journey tells about its touchpoints; null where none was imported. */
export async function readJourneyFlow(filter: {
  workspaceId: string;
  journeyId: string;
}): Promise<JourneyFlow["flow"]> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { rows } = await pool().query<FlowRow>(flowSql, [
    filter.workspaceId,
    filter.journeyId,
  ]);
  const [row] = rows;
  if (!row) return null;
  const { id: importId, fileName: source, createdAt, flow } = row;
  return { ...flow, importId, source, at: createdAt.toISOString() };
}
