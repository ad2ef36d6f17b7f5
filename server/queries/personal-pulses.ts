import type { PersonalPulse } from "@/lib/api/person";
import { pool } from "@/server/db/pool";
import { personalKey } from "@/server/pulse/tokens";
import { requireKeys } from "./require-defined";

/** More than anybody answers; keeps one page bounded. */
const mostQuestions = 100;

// Pulses among colleagues only: a stakeholder is no customer.
const sql = `
SELECT p.id AS "pulseId", t.id AS "touchpointId", t.title, json_build_object('title', j.title) AS journey,
       p.audience, p.intro, p."leastAnswers"
FROM "Pulse" p
JOIN "Workspace" w ON w.id = p."workspaceId" AND w."allowPublicLinks"
JOIN "Journey" j ON j."workspaceId" = p."workspaceId" AND j.id = p."journeyId" AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
CROSS JOIN LATERAL unnest(p."touchpointIds") WITH ORDINALITY AS one(id, nth)
JOIN "TouchpointRow" t ON t."workspaceId" = p."workspaceId" AND t."journeyId" = p."journeyId" AND t.id = one.id
WHERE p."workspaceId" = $1 AND p.audience = 'colleagues' AND p."revokedAt" IS NULL AND p."closedAt" IS NULL
  AND (p."closesAt" IS NULL OR p."closesAt" > now()) AND (p."opensAt" IS NULL OR p."opensAt" <= now())
  AND EXISTS (SELECT 1 FROM "TouchpointOwner" o WHERE o."workspaceId" = p."workspaceId" AND o."journeyId" = p."journeyId"
              AND o."touchpointId" = t.id AND o."stakeholderId" = $2)
  AND ($3::uuid IS NULL OR (p.id = $3 AND t.id = $4::uuid))
ORDER BY lower(j.title), j.id, p."createdAt", p.id, one.nth
LIMIT ${mostQuestions}`;

type Asked = Omit<PersonalPulse, "isAnswered">;

/** The questions of open pulses about touchpoints that somebody is responsible for or involved in. */
export async function listPersonalPulses(filter: {
  workspaceId: string;
  stakeholderId: string;
}): Promise<PersonalPulse[]> {
  requireKeys(filter, ["workspaceId", "stakeholderId"]);
  const { workspaceId, stakeholderId } = filter;
  const values = [workspaceId, stakeholderId, null, null];
  const { rows } = await pool().query<Asked>(sql, values);
  const keyOf = ({ pulseId, touchpointId }: Asked) =>
    personalKey({ pulseId, touchpointId, stakeholderId });
  const answered = await pool().query<{ key: string }>(
    `SELECT key FROM "PulseAnswer" WHERE "workspaceId" = $1 AND "pulseId" = ANY ($2::uuid[]) AND key = ANY ($3::uuid[])`,
    [workspaceId, rows.map(({ pulseId }) => pulseId), rows.map(keyOf)],
  );
  const known = new Set(answered.rows.map(({ key }) => key));
  return rows.map((row) => ({ ...row, isAnswered: known.has(keyOf(row)) }));
}

/** Whether an open pulse asks somebody about a touchpoint of theirs. */
export async function isAskedPulse(filter: {
  workspaceId: string;
  stakeholderId: string;
  pulseId: string;
  touchpointId: string;
}): Promise<boolean> {
  requireKeys(filter, [
    "workspaceId",
    "stakeholderId",
    "pulseId",
    "touchpointId",
  ]);
  const { workspaceId, stakeholderId, pulseId, touchpointId } = filter;
  const values = [workspaceId, stakeholderId, pulseId, touchpointId];
  return (await pool().query(sql, values)).rows.length > 0;
}
