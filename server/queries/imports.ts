import type { ImportItem } from "@/lib/api/imports";
import type { JourneyFlow, LogFlow } from "@/lib/api/journey-flow";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

interface ImportRowRead extends Omit<ImportItem, "at" | "undone"> {
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
  readonly undoneBy: ImportItem["by"];
}

// Pieces that were deleted one by one are not counted: the list says what an undo would take.
const listSql = `
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
WHERE r."workspaceId" = $1 AND r."journeyId" = $2 AND ($3::uuid IS NULL OR r.id = $3)
ORDER BY r."createdAt" DESC, r.id DESC LIMIT $4`;

/** Older ones are told by the audit. */
const mostListed = 100;

/** The imports of a journey, the newest first; with an id only that one. */
export async function listImports(filter: {
  workspaceId: string;
  journeyId: string;
  importId: string | null;
}): Promise<ImportItem[]> {
  requireKeys(filter, ["workspaceId", "journeyId", "importId"]);
  const { workspaceId, journeyId, importId } = filter;
  const values = [workspaceId, journeyId, importId, mostListed];
  const { rows } = await pool().query<ImportRowRead>(listSql, values);
  return rows.map(({ createdAt, undoneAt, undoneBy, ...row }) => ({
    ...row,
    at: createdAt.toISOString(),
    undone: undoneAt && { at: undoneAt.toISOString(), by: undoneBy },
  }));
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
