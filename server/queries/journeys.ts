import type { JourneyListState, JourneySummary } from "@/lib/api/journeys";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

interface JourneyRow {
  id: string;
  title: string;
  state: JourneySummary["state"];
  outcome: JourneySummary["outcome"];
  locale: string;
  keeper: JourneySummary["keeper"];
  createdById: string | null;
  personas: JourneySummary["personas"];
  stages: JourneySummary["preview"]["stages"];
  curve: JourneySummary["preview"]["curve"];
  withoutOwner: number;
  known: number;
  reviewEveryDays: number | null;
  reviewedAt: Date | null;
  createdAt: Date;
  editedAt: Date;
  archivedAt: Date | null;
  deletedAt: Date | null;
}

// One statement for the whole list: each part reads a journey's few rows by the front of a primary key.
const listSql = `
SELECT j.id, j.title, j.state, j.outcome, j.locale, j."createdById", j."reviewEveryDays", j."reviewedAt",
       j."createdAt", j."editedAt", j."archivedAt", j."deletedAt",
       CASE WHEN k.id IS NULL THEN NULL ELSE json_build_object('id', k.id, 'name', k.name) END AS keeper,
       people.personas, stage.stages, touchpoint.curve, touchpoint."withoutOwner", touchpoint.known
FROM "Journey" j
LEFT JOIN "Membership" m ON m."workspaceId" = j."workspaceId" AND m."userId" = j."keeperId"
LEFT JOIN "User" k ON k.id = m."userId"
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'colour', p.colour) ORDER BY jp.ordinal), '[]') AS personas,
         (array_agg(p.id ORDER BY jp.ordinal))[1] AS first
  FROM "JourneyPersona" jp
  JOIN "Persona" p ON p."workspaceId" = jp."workspaceId" AND p.id = jp."personaId"
  WHERE jp."journeyId" = j.id
) people
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'colour', s.colour, 'touchpoints', s.width) ORDER BY s.ordinal), '[]') AS stages
  FROM (
    SELECT s.id, s.title, s.colour, s.ordinal, count(t.id) AS width
    FROM "StageRow" s
    LEFT JOIN "TouchpointRow" t ON t."journeyId" = s."journeyId" AND t."stageId" = s.id
    WHERE s."journeyId" = j.id
    GROUP BY s."journeyId", s.id
  ) s
) stage
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(e.value ORDER BY t.ordinal, t.id), '[]') AS curve,
         count(*) FILTER (WHERE o."touchpointId" IS NULL)::int AS "withoutOwner",
         coalesce(sum(felt.known), 0)::int AS known
  FROM "TouchpointRow" t
  LEFT JOIN "EmotionRow" e ON e."journeyId" = t."journeyId" AND e."touchpointId" = t.id AND e."personaId" = people.first
  LEFT JOIN LATERAL (
    SELECT o."touchpointId" FROM "TouchpointOwner" o
    JOIN "Stakeholder" h ON h."workspaceId" = o."workspaceId" AND h.id = o."stakeholderId"
    WHERE o."journeyId" = t."journeyId" AND o."touchpointId" = t.id AND o.role = 'responsible' LIMIT 1
  ) o ON true
  LEFT JOIN LATERAL (
    SELECT count(*) AS known FROM "EmotionRow" f
    JOIN "JourneyPersona" jp ON jp."journeyId" = f."journeyId" AND jp."personaId" = f."personaId"
    WHERE f."journeyId" = t."journeyId" AND f."touchpointId" = t.id
  ) felt ON true
  WHERE t."journeyId" = j.id AND t."stageId" IS NOT NULL
) touchpoint
WHERE j."workspaceId" = $1
  AND ($3::uuid IS NULL OR j.id = $3)
  AND CASE $2 WHEN 'deleted' THEN j."deletedAt" IS NOT NULL
              WHEN 'archived' THEN j."deletedAt" IS NULL AND j."archivedAt" IS NOT NULL
              WHEN 'active' THEN j."deletedAt" IS NULL AND j."archivedAt" IS NULL
              ELSE true END
ORDER BY j."editedAt" DESC, j.id`;

const iso = (at: Date | null) => at?.toISOString() ?? null;

function toSummary(row: JourneyRow): JourneySummary {
  const { stages, curve, known, ...rest } = row;
  return {
    ...rest,
    touchpoints: curve.length,
    coverage: { known, of: curve.length * row.personas.length },
    reviewedAt: iso(row.reviewedAt),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt.toISOString(),
    archivedAt: iso(row.archivedAt),
    deletedAt: iso(row.deletedAt),
    preview: { stages, curve },
  };
}

export interface JourneysFilter {
  workspaceId: string;
  state: JourneyListState;
}

/** The journeys of a workspace with what a list shows of each, newest edit first. */
export async function listJourneys(
  filter: JourneysFilter,
): Promise<JourneySummary[]> {
  requireKeys(filter, ["workspaceId", "state"]);
  const { rows } = await pool().query<JourneyRow>(listSql, [
    filter.workspaceId,
    filter.state,
    null,
  ]);
  return rows.map(toSummary);
}

/** One journey as the list shows it, whatever its state, or null where the workspace has none of that id. */
export async function journeySummary(filter: {
  workspaceId: string;
  journeyId: string;
}): Promise<JourneySummary | null> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { rows } = await pool().query<JourneyRow>(listSql, [
    filter.workspaceId,
    "any",
    filter.journeyId,
  ]);
  return rows[0] ? toSummary(rows[0]) : null;
}
