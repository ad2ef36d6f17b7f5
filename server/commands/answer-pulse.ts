import type { PersonActor, PulseActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { pulseStateOf, type PulseTimes } from "@/lib/pulse/state";
import type { Face } from "@/lib/pulse/terms";
import type { Caller } from "@/server/audit";
import { inTransaction } from "@/server/db/in-transaction";
import { refused, type Outcome } from "@/server/errors";
import { countedAddress } from "@/server/http/address";
import { spend, type Spent } from "@/server/limits/spend";
import { sumUpAnswers } from "@/server/pulse/sum-up";
import { tellRowsChanged } from "@/server/row-events";
import { inTurnOf } from "./map-key";

/** One answer to one question of a pulse. */
export interface PulseReply {
  readonly pulseId: string;
  readonly touchpointId: string;
  readonly key: string;
  readonly face: Face;
  readonly comment: string;
}

type Stored = Outcome<
  { readonly journeyId: string },
  "not_found" | "gone" | "conflict" | "already_answered"
>;

interface PulseRow extends PulseTimes {
  journeyId: string;
  audience: string;
  isAsked: boolean;
}

interface About {
  touchpointId: string;
}

// Locked, so that of answers that come at once each counts those before it, and none slips in behind a closing.
const lockSql = `
SELECT p."journeyId", p.audience, p."opensAt", p."closesAt", p."closedAt", p."revokedAt",
       $3::uuid = ANY (p."touchpointIds") AND EXISTS (
         SELECT 1 FROM "TouchpointRow" t
         WHERE t."workspaceId" = p."workspaceId" AND t."journeyId" = p."journeyId" AND t.id = $3
       ) AS "isAsked"
FROM "Pulse" p
WHERE p."workspaceId" = $1 AND p.id = $2
FOR UPDATE OF p`;

// Sent again by whoever has the key of their browser, the last word counts, also where the answer was moved meanwhile
// to a touchpoint that the pulse does not ask about. A key that was used for another question changes nothing.
const changeSql = `
UPDATE "PulseAnswer" a SET face = $4, comment = $5
FROM "Pulse" p
WHERE p."workspaceId" = $1 AND p.id = $2 AND a."workspaceId" = $1 AND a."pulseId" = $2 AND a.key = $3
  AND (a."touchpointId" = $6 OR a."touchpointId" <> ALL (p."touchpointIds"))
RETURNING a."touchpointId"`;

// The moment is not kept, only the day: with it, whoever watched the door would know whose answer it is.
const answerSql = `
INSERT INTO "PulseAnswer" AS a (id, "workspaceId", "pulseId", "touchpointId", key, audience, face, comment, "answeredOn")
VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, (now() AT TIME ZONE 'UTC')::date)
ON CONFLICT ("workspaceId", "pulseId", key) DO NOTHING
RETURNING a."touchpointId"`;

/** Stores an answer and sums all of them up, whichever server takes it: the row of the pulse is the lock. */
export function storeAnswer(
  workspaceId: string,
  reply: PulseReply & { readonly isFinal?: boolean },
): Promise<Stored> {
  const { pulseId, touchpointId, key, face, comment, isFinal = false } = reply;
  return inTransaction(async (client): Promise<Stored> => {
    const ids = [workspaceId, pulseId, touchpointId];
    const locked = await client.query<PulseRow>(lockSql, ids);
    const pulse = locked.rows[0];
    if (!pulse) return refused("not_found");
    const state = pulseStateOf(pulse, new Date());
    if (state === "revoked") return refused("not_found");
    if (state !== "open") return refused("gone");
    if (!pulse.isAsked) return refused("not_found");
    const values = [...ids, key, pulse.audience, face, comment];
    let about = (await client.query<About>(answerSql, values)).rows[0];
    if (!about && isFinal) return refused("already_answered");
    const again = [workspaceId, pulseId, key, face, comment, touchpointId];
    about ??= (await client.query<About>(changeSql, again)).rows[0];
    if (!about) return refused("conflict");
    await sumUpAnswers(client, { workspaceId, pulseId, ...about });
    return { ok: true, journeyId: pulse.journeyId };
  });
}

/**
 * Stores one answer. Sent twice it is one; sent again with another face, the last word counts. What came by a personal
 * link is final: others of the team know that link, and would read the answer out of what another one changes. Nothing
 * of it is in the audit: that keeps addresses.
 */
export async function answerPulse(
  { actor, ip }: Caller<PulseActor | PersonActor>,
  reply: PulseReply,
): Promise<
  | Outcome<
      object,
      "forbidden" | "not_found" | "gone" | "conflict" | "already_answered"
    >
  | Extract<Spent, { ok: false }>
> {
  const action = actor.kind === "pulse" ? "answer:create" : "duty:change";
  if (!can(actor, action)) return refused("forbidden");
  const { workspaceId } = actor;
  const { pulseId } = reply;
  const byAddress = await spend(
    "pulseAnswerAddress",
    `${pulseId} ${countedAddress(ip)}`,
  );
  if (!byAddress.ok) return byAddress;
  const inAll = await spend("pulseAnswers", pulseId);
  if (!inAll.ok) return inAll;
  // One after the other in this process too: those who wait for the lock would hold all connections.
  const stored = await inTurnOf(`pulse/${pulseId}`, () =>
    storeAnswer(workspaceId, { ...reply, isFinal: actor.kind === "person" }),
  );
  if (!stored.ok) return stored;
  tellRowsChanged(workspaceId, "evidence", stored.journeyId);
  return { ok: true };
}
