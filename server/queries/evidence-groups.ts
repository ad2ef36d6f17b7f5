import type { EvidenceGroup, PersonaGroup } from "@/lib/insight/evidence-of";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

/** A value of a row `e` of evidence that has a scale, on the levels 1 to 5. */
export const levelOf = `CASE WHEN e."isHighBad" THEN 5 - 4 * (e.value - e."scaleLow") / (e."scaleHigh" - e."scaleLow")
  ELSE 1 + 4 * (e.value - e."scaleLow") / (e."scaleHigh" - e."scaleLow") END`;

/**
 * The pieces of a journey as lib/insight sums them up: `level` is a value on the levels 1 to 5, `within` the squares
 * of deviations inside a piece. A test compares both sums.
 */
const piecesSql = (which: string) => `
SELECT e."journeyId", e."touchpointId", e."personaId", e.kind, e."isShare", e.n, e."heldOn", e."pulseId", piece.level,
       coalesce(e.n, 1)::float8 AS weight,
       CASE WHEN e.n IS NULL AND e.kind = 'hard' THEN NULL
            WHEN e."isShare" THEN coalesce(e.n, 1) * (piece.level - 1) * (5 - piece.level)
            WHEN coalesce(e.n, 1) = 1 THEN 0
            ELSE (e.n - 1) * power(4 * e.sd / (e."scaleHigh" - e."scaleLow"), 2)
       END AS within
FROM "Evidence" e
CROSS JOIN LATERAL (
  SELECT ${levelOf} AS level
) piece
WHERE e."workspaceId" = $1 AND ${which} AND e."deletedAt" IS NULL`;

/** @param by - columns that name a group; the last of them the persona. */
const groupsSql = (which: string, by: string) => `
SELECT ${by},
       (count(*) FILTER (WHERE kind = 'hard'))::int AS hard,
       (count(*) FILTER (WHERE kind = 'soft'))::int AS soft,
       count(level)::int AS valued,
       (count(level) FILTER (WHERE kind = 'hard'))::int AS "valuedHard",
       (count(level) FILTER (WHERE "isShare"))::int AS shares,
       (count(level) FILTER (WHERE kind = 'hard' AND n IS NULL))::int AS uncounted,
       coalesce(sum(weight) FILTER (WHERE level IS NOT NULL), 0)::float8 AS weight,
       coalesce(sum(weight * level), 0)::float8 AS total,
       coalesce(sum(weight * level * level), 0)::float8 AS squares,
       CASE WHEN count(*) FILTER (WHERE level IS NOT NULL AND within IS NULL) = 0
            THEN coalesce(sum(within) FILTER (WHERE level IS NOT NULL), 0)::float8 END AS within,
       (max("heldOn") FILTER (WHERE level IS NOT NULL))::text AS newest,
       coalesce(sum(n) FILTER (WHERE "pulseId" IS NOT NULL), 0)::int AS answers,
       coalesce(sum(n) FILTER (WHERE "pulseId" IS NOT NULL AND level IS NOT NULL), 0)::int AS scored
FROM (${piecesSql(which)}) pieces
GROUP BY ${by}
ORDER BY ${by} NULLS FIRST`;

const ofJourney = groupsSql(
  `e."journeyId" = $2 AND e."touchpointId" IS NOT NULL`,
  `"touchpointId", "personaId"`,
);
const ofPersonas = groupsSql(
  `e."journeyId" IS NULL AND e."personaId" IN (SELECT "personaId" FROM "JourneyPersona" WHERE "workspaceId" = $1 AND "journeyId" = $2)`,
  `"personaId"`,
);
const ofTouchpoints = groupsSql(
  `(e."journeyId", e."touchpointId") IN (SELECT * FROM unnest($2::uuid[], $3::uuid[]))`,
  `"journeyId", "touchpointId", "personaId"`,
);

/** The evidence of a whole journey, summed up by touchpoint and persona, in one question. */
export async function readEvidenceGroups(filter: {
  workspaceId: string;
  journeyId: string;
}): Promise<EvidenceGroup[]> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { rows } = await pool().query<EvidenceGroup>(ofJourney, [
    filter.workspaceId,
    filter.journeyId,
  ]);
  return rows;
}

/** What is known about the personas of a journey as a whole, at no touchpoint of any map. */
export async function readPersonaGroups(filter: {
  workspaceId: string;
  journeyId: string;
}): Promise<PersonaGroup[]> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { rows } = await pool().query<PersonaGroup>(ofPersonas, [
    filter.workspaceId,
    filter.journeyId,
  ]);
  return rows;
}

interface PlacedGroup extends EvidenceGroup {
  readonly journeyId: string;
}

interface TouchpointPlace {
  readonly journeyId: string;
  /** The touchpoint. */
  readonly id: string;
}

/** The same of some touchpoints of several journeys, by the id of their journey; in one question. */
export async function readGroupsAt(filter: {
  workspaceId: string;
  places: readonly TouchpointPlace[];
}): Promise<ReadonlyMap<string, readonly EvidenceGroup[]>> {
  requireKeys(filter, ["workspaceId", "places"]);
  const { workspaceId, places } = filter;
  const found = new Map<string, EvidenceGroup[]>();
  if (places.length === 0) return found;
  const { rows } = await pool().query<PlacedGroup>(ofTouchpoints, [
    workspaceId,
    places.map(({ journeyId }) => journeyId),
    places.map(({ id }) => id),
  ]);
  for (const { journeyId, ...group } of rows)
    found.set(journeyId, [...(found.get(journeyId) ?? []), group]);
  return found;
}
