import type { PulseActor } from "@/lib/access/actors";
import type { AskedPulse, PulseQuestion } from "@/lib/api/pulses";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { pulseStateOf, type PulseTimes } from "@/lib/pulse/state";
import type { Audience } from "@/lib/pulse/terms";
import { pool } from "@/server/db/pool";
import { pulseTokenHash } from "./tokens";

/** A pulse as its link opens it. */
export interface KnownPulse {
  readonly id: string;
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly workspace: string;
  readonly audience: Audience;
  readonly intro: string;
  readonly locale: Locale;
  readonly frameOrigins: readonly string[];
  readonly leastAnswers: number;
  readonly opensAt: Date | null;
  /** Of the touchpoints that are on the map now. */
  readonly questions: readonly PulseQuestion[];
}

/** `absent` is one answer for an unknown or revoked pulse, a binned map and a workspace that shares nothing. */
export type FoundPulse =
  | {
      readonly state: "open" | "scheduled" | "closed";
      readonly pulse: KnownPulse;
    }
  | { readonly state: "absent" };

interface PulseRow extends Omit<KnownPulse, "locale">, PulseTimes {
  locale: string;
}

// Of a map that was put away nothing is asked any more: its pulses are closed as long as it is there.
// Everything that can make a pulse absent is part of one look-up, so that no reason takes longer than another.
const sql = `
SELECT p.id, p."workspaceId", p."journeyId", w.name AS workspace, p.audience, p.intro, p.locale, p."frameOrigins",
       p."leastAnswers", p."opensAt", p."closesAt",
       coalesce(p."closedAt", j."archivedAt") AS "closedAt", p."revokedAt", asked.questions
FROM "Pulse" p
JOIN "Journey" j ON j."workspaceId" = p."workspaceId" AND j.id = p."journeyId" AND j."deletedAt" IS NULL
JOIN "Workspace" w ON w.id = p."workspaceId" AND w."allowPublicLinks"
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('touchpointId', t.id, 'title', t.title) ORDER BY one.nth), '[]') AS questions
  FROM unnest(p."touchpointIds") WITH ORDINALITY AS one(id, nth)
  JOIN "TouchpointRow" t ON t."workspaceId" = p."workspaceId" AND t."journeyId" = p."journeyId" AND t.id = one.id
) asked
WHERE p."tokenHash" = $1 AND p."revokedAt" IS NULL`;

/** The pulse behind a token out of an address. */
export async function findPulse(
  token: string,
  now = new Date(),
): Promise<FoundPulse> {
  const { rows } = await pool().query<PulseRow>(sql, [pulseTokenHash(token)]);
  const row = rows[0];
  if (!row) return { state: "absent" };
  const { closesAt, closedAt, revokedAt, locale, ...rest } = row;
  const times = { opensAt: row.opensAt, closesAt, closedAt, revokedAt };
  const state = pulseStateOf(times, now);
  if (state === "revoked") return { state: "absent" };
  const pulse = { ...rest, locale: isLocale(locale) ? locale : "en" } as const;
  // All that it asked about has left the map: there is nothing to answer, for now.
  const isEmpty = pulse.questions.length === 0;
  return { state: state === "open" && isEmpty ? "closed" : state, pulse };
}

/** The respondent as access knows them: nobody in particular. */
export const pulseActor = ({ id, workspaceId }: KnownPulse): PulseActor => ({
  kind: "pulse",
  pulseId: id,
  workspaceId,
});

/** What of a pulse a respondent is told. */
export const askedBy = (pulse: KnownPulse): AskedPulse => ({
  workspace: pulse.workspace,
  audience: pulse.audience,
  intro: pulse.intro,
  locale: pulse.locale,
  leastAnswers: pulse.leastAnswers,
  questions: [...pulse.questions],
});
