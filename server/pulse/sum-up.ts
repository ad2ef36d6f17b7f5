import type pg from "pg";

/** One question of one pulse. */
export interface AskedAbout {
  readonly workspaceId: string;
  readonly pulseId: string;
  readonly touchpointId: string;
}

// The days of answers are known and the moments are not: none is in the row, nor how often it was written.
// Below the limit there is a count and nothing else: no reader of evidence can show what is not in the row.
const sumSql = `
INSERT INTO "Evidence" (id, "workspaceId", "journeyId", "touchpointId", "personaId", "pulseId", kind, origin,
                        value, "scaleLow", "scaleHigh", sd, n, "heldOn", "heldFrom", "createdAt", "updatedAt")
SELECT gen_random_uuid(), p."workspaceId", p."journeyId", $3, p."personaId", p.id, 'soft', 'pulse',
       CASE WHEN a.n >= p."leastAnswers" THEN a.mean END,
       CASE WHEN a.n >= p."leastAnswers" THEN 1 END, CASE WHEN a.n >= p."leastAnswers" THEN 5 END,
       CASE WHEN a.n >= p."leastAnswers" THEN a.sd END,
       a.n, a.last, nullif(a.first, a.last), a.last AT TIME ZONE 'UTC', a.last AT TIME ZONE 'UTC'
FROM "Pulse" p
CROSS JOIN (
  SELECT count(*)::int AS n, avg(face)::float8 AS mean, stddev_samp(face)::float8 AS sd,
         min("answeredOn") AS first, max("answeredOn") AS last
  FROM "PulseAnswer" WHERE "workspaceId" = $1 AND "pulseId" = $2 AND "touchpointId" = $3
) a
WHERE p."workspaceId" = $1 AND p.id = $2 AND a.n > 0
ON CONFLICT ("workspaceId", "pulseId", "touchpointId") DO UPDATE
SET value = excluded.value, "scaleLow" = excluded."scaleLow", "scaleHigh" = excluded."scaleHigh", sd = excluded.sd,
    n = excluded.n, "heldOn" = excluded."heldOn", "heldFrom" = excluded."heldFrom",
    "createdAt" = excluded."createdAt", "updatedAt" = excluded."updatedAt"`;

const emptySql = `
DELETE FROM "Evidence" e WHERE e."workspaceId" = $1 AND e."pulseId" = $2 AND e."touchpointId" = $3
  AND NOT EXISTS (SELECT 1 FROM "PulseAnswer" a
                  WHERE a."workspaceId" = $1 AND a."pulseId" = $2 AND a."touchpointId" = $3)`;

/**
 * Writes down as one piece of evidence what the answers to one question come to. In the transaction that changes the
 * answers, which holds the row of the pulse: two at once would each count without the other.
 */
export async function sumUpAnswers(
  client: pg.PoolClient,
  { workspaceId, pulseId, touchpointId }: AskedAbout,
): Promise<void> {
  const values = [workspaceId, pulseId, touchpointId];
  await client.query(sumSql, values);
  await client.query(emptySql, values);
}
