import type pg from "pg";
import { sumUpAnswers } from "@/server/pulse/sum-up";

const lockSql = `
SELECT p.id, p."leastAnswers" AS least FROM "Pulse" p
WHERE p."workspaceId" = $1 AND p."journeyId" = $2 AND EXISTS (
  SELECT 1 FROM "PulseAnswer" a
  WHERE a."workspaceId" = p."workspaceId" AND a."pulseId" = p.id AND a."touchpointId" = $3)
ORDER BY p.id
FOR UPDATE OF p`;

// Counted when the row of the pulse is held: of answers that come meanwhile, none is missed.
const countSql = `
SELECT (count(*) FILTER (WHERE "touchpointId" = $3))::int AS "from", (count(*) FILTER (WHERE "touchpointId" = $4))::int AS "to"
FROM "PulseAnswer" WHERE "workspaceId" = $1 AND "pulseId" = $2`;

const moveSql = `
UPDATE "PulseAnswer" SET "touchpointId" = $4
WHERE "workspaceId" = $1 AND "pulseId" = $2 AND "touchpointId" = $3`;

/** Whether the sum of both, beside the one that was seen before, tells the one that was not. */
const tellsHidden = (
  { from, to }: { readonly from: number; readonly to: number },
  least: number,
): boolean => to > 0 && from < least !== to < least;

/**
 * Lets answers about one touchpoint be about another one of the same map. A pulse that asked about both has one piece
 * of evidence in place of two; the limit holds for what they come to together. Where one of the two could be seen and
 * the other one could not, the difference would tell what was hidden: then they stay where they are.
 *
 * @returns of how many pulses answers were moved.
 */
export async function movePulseAnswers(
  client: pg.PoolClient,
  asked: {
    readonly workspaceId: string;
    readonly journeyId: string;
    readonly from: string;
    readonly to: string;
  },
): Promise<number> {
  const { workspaceId, journeyId, from, to } = asked;
  if (from === to) return 0;
  const { rows } = await client.query<{ id: string; least: number }>(lockSql, [
    workspaceId,
    journeyId,
    from,
  ]);
  let moved = 0;
  for (const { id: pulseId, least } of rows) {
    const values = [workspaceId, pulseId, from, to];
    const counted = await client.query<{ from: number; to: number }>(
      countSql,
      values,
    );
    const [count] = counted.rows;
    if (!count || tellsHidden(count, least)) continue;
    await client.query(moveSql, values);
    moved += 1;
    for (const touchpointId of [from, to])
      await sumUpAnswers(client, { workspaceId, pulseId, touchpointId });
  }
  return moved;
}
