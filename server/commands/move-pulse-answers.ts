import type pg from "pg";
import { sumUpAnswers } from "@/server/pulse/sum-up";

const lockSql = `
SELECT p.id FROM "Pulse" p
WHERE p."workspaceId" = $1 AND p."journeyId" = $2 AND EXISTS (
  SELECT 1 FROM "PulseAnswer" a
  WHERE a."workspaceId" = p."workspaceId" AND a."pulseId" = p.id AND a."touchpointId" = $3)
ORDER BY p.id
FOR UPDATE OF p`;

const moveSql = `
UPDATE "PulseAnswer" SET "touchpointId" = $4
WHERE "workspaceId" = $1 AND "pulseId" = $2 AND "touchpointId" = $3`;

/**
 * Lets answers about one touchpoint be about another one of the same map. A pulse that asked about both has one piece
 * of evidence in place of two; the limit holds for what they come to together.
 *
 * @returns how many pulses had such answers.
 */
export async function movePulseAnswers(
  client: pg.PoolClient,
  moved: {
    readonly workspaceId: string;
    readonly journeyId: string;
    readonly from: string;
    readonly to: string;
  },
): Promise<number> {
  const { workspaceId, journeyId, from, to } = moved;
  if (from === to) return 0;
  const { rows } = await client.query<{ id: string }>(lockSql, [
    workspaceId,
    journeyId,
    from,
  ]);
  for (const { id: pulseId } of rows) {
    await client.query(moveSql, [workspaceId, pulseId, from, to]);
    for (const touchpointId of [from, to])
      await sumUpAnswers(client, { workspaceId, pulseId, touchpointId });
  }
  return rows.length;
}
