import { levelOf } from "./evidence-groups";

/** Neutral, of the levels from 1 to 5. */
const middleLevel = 3;

/**
 * What was said and measured about feelings, as the table `voiced`, grouped by whom it is about. It is grouped before
 * it meets anything else: there is ten times more evidence than of all the rest.
 *
 * @param where - which evidence, of rows `e`.
 */
export const voicedSql = (where: string) => `
voiced AS (
  SELECT e."journeyId", e."touchpointId", e."personaId", sum(coalesce(e.n, 1))::float8 AS voices,
         sum(coalesce(e.n, 1) * ${levelOf})::float8 AS total, bool_or(e.kind = 'hard' AND e.n IS NULL) AS uncounted,
         max(e."heldOn") AS newest
  FROM "Evidence" e
  WHERE ${where} AND e."deletedAt" IS NULL AND e."scaleLow" IS NOT NULL
  GROUP BY e."journeyId", e."touchpointId", e."personaId"
)`;

interface ProvenOf {
  /** A table with `journeyId` and `personaId`: whose curves. */
  readonly personas: string;
  /** Where the statement knows from how many voices on evidence carries a feeling. */
  readonly enough: string;
}

/**
 * What the curve of a persona shows where evidence carries it, from -2 to 2, as the table `proven`; null where there is
 * not enough of it. Beside it stands the day of the newest of all that is known there. What is about the persona itself goes first; where that is not enough, what is about everybody is
 * added. A test holds it beside lib/insight.
 */
export const provenSql = ({ personas, enough }: ProvenOf) => `
known AS (
  SELECT v."journeyId", v."touchpointId", p."personaId", sum(v.voices) AS voices, sum(v.total) AS total, max(v.newest) AS newest,
         bool_or(v.uncounted) AS uncounted, sum(v.voices) FILTER (WHERE v."personaId" IS NOT NULL) AS own,
         sum(v.total) FILTER (WHERE v."personaId" IS NOT NULL) AS "ownTotal",
         bool_or(v.uncounted) FILTER (WHERE v."personaId" IS NOT NULL) AS "ownUncounted"
  FROM voiced v
  JOIN ${personas} p ON p."journeyId" = v."journeyId" AND (v."personaId" IS NULL OR v."personaId" = p."personaId")
  GROUP BY v."journeyId", v."touchpointId", p."personaId"
), proven AS (
  SELECT "journeyId", "touchpointId", "personaId", newest,
         CASE WHEN "ownUncounted" OR own >= ${enough} THEN "ownTotal" / own
              WHEN uncounted OR voices >= ${enough} THEN total / voices END - ${middleLevel} AS value
  FROM known
)`;

interface FeltOf extends Omit<ProvenOf, "personas"> {
  /** Where the statement knows the workspace. */
  readonly workspace: string;
  /** The same for one journey; null for all of them. */
  readonly journey: string | null;
}

/** What is felt, as the curve shows it: by evidence where there is enough, else as the team says; a whole statement. */
export const feltSql = ({ workspace, journey, enough }: FeltOf) => {
  const of = (row: string) =>
    `${row}."workspaceId" = ${workspace}${journey === null ? "" : ` AND ${row}."journeyId" = ${journey}`}`;
  return `
WITH ${voicedSql(of("e"))}, ${provenSql({ personas: `"JourneyPersona"`, enough })}
SELECT coalesce(said."journeyId", proven."journeyId") AS "journeyId",
       coalesce(said."touchpointId", proven."touchpointId") AS "touchpointId", coalesce(proven.value, said.value) AS value
FROM (
  SELECT e."journeyId", e."touchpointId", e."personaId", e.value FROM "EmotionRow" e
  JOIN "JourneyPersona" p ON p."journeyId" = e."journeyId" AND p."personaId" = e."personaId"
  WHERE ${of("e")}
) said
FULL JOIN proven ON proven."journeyId" = said."journeyId" AND proven."touchpointId" = said."touchpointId"
                AND proven."personaId" = said."personaId"
WHERE coalesce(proven.value, said.value) IS NOT NULL`;
};
