import type { JourneyListState, JourneySummary } from "@/lib/api/journeys";
import { ENOUGH_VOICES } from "@/lib/insight/evidence-sums";
import { pool } from "@/server/db/pool";
import { staleDaySql } from "./ageing";
import { provenSql, voicedSql } from "./felt";
import { requireKeys } from "./require-defined";
import { today } from "./today";

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
  proven: JourneySummary["preview"]["proven"];
  withoutOwner: number;
  known: number;
  felt: number;
  grounded: number;
  stale: number;
  reviewEveryDays: number | null;
  reviewedAt: Date | null;
  createdAt: Date;
  editedAt: Date;
  archivedAt: Date | null;
  deletedAt: Date | null;
}

const voiced = voicedSql(
  `e."workspaceId" = $1 AND ($3::uuid IS NULL OR e."journeyId" = $3)`,
);
const proven = provenSql({ personas: "first", enough: "$4" });
const staleDay = staleDaySql({ workspace: "$1", today: "$5" });

// One statement for the whole list. Each part is gathered once for all journeys: asking per journey,
// or per touchpoint, took ten times as long for two hundred of them.
const listSql = `
WITH j AS (
  SELECT * FROM "Journey"
  WHERE "workspaceId" = $1
    AND ($3::uuid IS NULL OR id = $3)
    AND CASE $2 WHEN 'deleted' THEN "deletedAt" IS NOT NULL
                WHEN 'archived' THEN "deletedAt" IS NULL AND "archivedAt" IS NOT NULL
                WHEN 'active' THEN "deletedAt" IS NULL AND "archivedAt" IS NULL
                ELSE true END
), person AS (
  SELECT jp."journeyId", p.id, p.name, p.colour, row_number() OVER (PARTITION BY jp."journeyId" ORDER BY jp.ordinal, p.id) AS nth
  FROM "JourneyPersona" jp
  JOIN j ON j.id = jp."journeyId"
  JOIN "Persona" p ON p."workspaceId" = jp."workspaceId" AND p.id = jp."personaId"
), placed AS (
  SELECT t."journeyId", t.id, t."stageId", t.ordinal FROM "TouchpointRow" t
  JOIN j ON j.id = t."journeyId" WHERE t."stageId" IS NOT NULL
), first AS (
  SELECT "journeyId", id AS "personaId" FROM person WHERE nth = 1
), felt AS (
  SELECT e."journeyId", e."touchpointId", count(*) AS known, max(e.value) FILTER (WHERE person.nth = 1) AS first
  FROM "EmotionRow" e JOIN person ON person."journeyId" = e."journeyId" AND person.id = e."personaId"
  GROUP BY e."journeyId", e."touchpointId"
), owned AS (
  SELECT DISTINCT o."journeyId", o."touchpointId" FROM "TouchpointOwner" o
  JOIN j ON j.id = o."journeyId"
  JOIN "Stakeholder" h ON h."workspaceId" = o."workspaceId" AND h.id = o."stakeholderId"
  WHERE o.role = 'responsible'
), ${voiced}, ${proven}, grounded AS (
  SELECT "journeyId", "touchpointId", max(newest) AS newest FROM voiced
  WHERE "personaId" IS NULL OR ("journeyId", "personaId") IN (SELECT "journeyId", id FROM person)
  GROUP BY "journeyId", "touchpointId"
  HAVING bool_or(uncounted) OR coalesce(max(voices) FILTER (WHERE "personaId" IS NOT NULL), 0)
                             + coalesce(max(voices) FILTER (WHERE "personaId" IS NULL), 0) >= $4
), people AS (
  SELECT "journeyId", json_agg(json_build_object('id', id, 'name', name, 'colour', colour) ORDER BY nth) AS personas
  FROM person GROUP BY "journeyId"
), width AS (
  SELECT "journeyId", "stageId", count(*) AS touchpoints FROM placed GROUP BY "journeyId", "stageId"
), stage AS (
  SELECT s."journeyId", json_agg(json_build_object('id', s.id, 'title', s.title, 'colour', s.colour,
           'touchpoints', coalesce(width.touchpoints, 0)) ORDER BY s.ordinal) AS stages
  FROM "StageRow" s
  JOIN j ON j.id = s."journeyId"
  LEFT JOIN width ON width."journeyId" = s."journeyId" AND width."stageId" = s.id
  GROUP BY s."journeyId"
), touchpoint AS (
  SELECT placed."journeyId", json_agg(coalesce(proven.value, felt.first) ORDER BY placed.ordinal, placed.id) AS curve,
         json_agg(proven.value IS NOT NULL ORDER BY placed.ordinal, placed.id) AS proven,
         (count(*) FILTER (WHERE owned."touchpointId" IS NULL))::int AS "withoutOwner", sum(felt.known)::int AS known,
         (count(*) FILTER (WHERE felt.known > 0 OR grounded."touchpointId" IS NOT NULL))::int AS felt,
         count(grounded."touchpointId")::int AS grounded, (count(*) FILTER (WHERE grounded.newest <= ${staleDay}))::int AS stale
  FROM placed
  LEFT JOIN felt ON felt."journeyId" = placed."journeyId" AND felt."touchpointId" = placed.id
  LEFT JOIN proven ON proven."journeyId" = placed."journeyId" AND proven."touchpointId" = placed.id
  LEFT JOIN grounded ON grounded."journeyId" = placed."journeyId" AND grounded."touchpointId" = placed.id
  LEFT JOIN owned ON owned."journeyId" = placed."journeyId" AND owned."touchpointId" = placed.id
  GROUP BY placed."journeyId"
)
SELECT j.id, j.title, j.state, j.outcome, j.locale, j."createdById", j."reviewEveryDays", j."reviewedAt",
       j."createdAt", j."editedAt", j."archivedAt", j."deletedAt",
       CASE WHEN k.id IS NULL THEN NULL ELSE json_build_object('id', k.id, 'name', k.name) END AS keeper,
       coalesce(people.personas, '[]') AS personas, coalesce(stage.stages, '[]') AS stages,
       coalesce(touchpoint.curve, '[]') AS curve, coalesce(touchpoint.proven, '[]') AS proven, coalesce(touchpoint."withoutOwner", 0) AS "withoutOwner",
       coalesce(touchpoint.known, 0) AS known, coalesce(touchpoint.felt, 0) AS felt,
       coalesce(touchpoint.grounded, 0) AS grounded, coalesce(touchpoint.stale, 0) AS stale
FROM j
LEFT JOIN "Membership" m ON m."workspaceId" = j."workspaceId" AND m."userId" = j."keeperId"
LEFT JOIN "User" k ON k.id = m."userId"
LEFT JOIN people ON people."journeyId" = j.id
LEFT JOIN stage ON stage."journeyId" = j.id
LEFT JOIN touchpoint ON touchpoint."journeyId" = j.id
WHERE NOT $6::boolean OR touchpoint."withoutOwner" > 0
ORDER BY j."editedAt" DESC, j.id`;

const iso = (at: Date | null) => at?.toISOString() ?? null;

function toSummary(row: JourneyRow): JourneySummary {
  const {
    stages,
    curve,
    proven: isProven,
    known,
    felt,
    grounded,
    stale,
    ...rest
  } = row;
  return {
    ...rest,
    touchpoints: curve.length,
    coverage: { known, of: curve.length * row.personas.length },
    evidence: { felt, grounded, stale },
    reviewedAt: iso(row.reviewedAt),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt.toISOString(),
    archivedAt: iso(row.archivedAt),
    deletedAt: iso(row.deletedAt),
    preview: { stages, curve, proven: isProven },
  };
}

export interface JourneysFilter {
  workspaceId: string;
  state: JourneyListState;
  /** "none": only those with a touchpoint that nobody is responsible for. */
  owner: "none" | null;
}

/** The journeys of a workspace with what a list shows of each, newest edit first. */
export async function listJourneys(
  filter: JourneysFilter,
): Promise<JourneySummary[]> {
  requireKeys(filter, ["workspaceId", "state", "owner"]);
  const { rows } = await pool().query<JourneyRow>(listSql, [
    filter.workspaceId,
    filter.state,
    null,
    ENOUGH_VOICES,
    today(),
    filter.owner === "none",
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
    ENOUGH_VOICES,
    today(),
    false,
  ]);
  return rows[0] ? toSummary(rows[0]) : null;
}
