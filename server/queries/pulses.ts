import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { PulseComments, PulseInfo, PulseResult } from "@/lib/api/pulses";
import { isLocale } from "@/lib/i18n/config";
import { scoreOf, type FaceCounts } from "@/lib/pulse/results";
import { pulseStateOf, type PulseTimes } from "@/lib/pulse/state";
import { pool } from "@/server/db/pool";
import { pulseUrl } from "@/server/pulse/tokens";
import { requireKeys } from "./require-defined";

interface CountedRow {
  touchpointId: string;
  title: string | null;
  faces: FaceCounts;
}

interface PulseRow
  extends
    PulseTimes,
    Pick<
      PulseInfo,
      | "id"
      | "name"
      | "audience"
      | "persona"
      | "intro"
      | "frameOrigins"
      | "leastAnswers"
      | "createdBy"
    > {
  locale: string;
  tokenSealed: string;
  createdAt: Date;
  counted: CountedRow[];
}

// Answers that were moved to another touchpoint are counted there, beside those that are asked about.
const listSql = `
SELECT p.id, p.name, p.audience, p.intro, p.locale, p."frameOrigins", p."leastAnswers", p."tokenSealed",
       p."createdAt", p."opensAt", p."closesAt", p."closedAt", p."revokedAt",
       CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'name', o.name, 'colour', o.colour) END AS persona,
       CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS "createdBy",
       counted.list AS counted
FROM "Pulse" p
JOIN "Journey" j ON j."workspaceId" = p."workspaceId" AND j.id = p."journeyId" AND j."deletedAt" IS NULL
LEFT JOIN "Persona" o ON o."workspaceId" = p."workspaceId" AND o.id = p."personaId"
LEFT JOIN "Membership" m ON m."workspaceId" = p."workspaceId" AND m."userId" = p."createdById"
LEFT JOIN "User" u ON u.id = m."userId"
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object('touchpointId', about.id, 'title', t.title, 'faces', json_build_array(
           coalesce(a.f1, 0), coalesce(a.f2, 0), coalesce(a.f3, 0), coalesce(a.f4, 0), coalesce(a.f5, 0)))
           ORDER BY about.nth, about.id) AS list
  FROM (
    SELECT id, min(nth) AS nth FROM (
      SELECT one.id, one.nth FROM unnest(p."touchpointIds") WITH ORDINALITY AS one(id, nth)
      UNION ALL
      SELECT x."touchpointId", 1000 FROM "PulseAnswer" x WHERE x."workspaceId" = p."workspaceId" AND x."pulseId" = p.id
    ) every GROUP BY id
  ) about
  LEFT JOIN "TouchpointRow" t ON t."workspaceId" = p."workspaceId" AND t."journeyId" = p."journeyId" AND t.id = about.id
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE face = 1) AS f1, count(*) FILTER (WHERE face = 2) AS f2,
           count(*) FILTER (WHERE face = 3) AS f3, count(*) FILTER (WHERE face = 4) AS f4,
           count(*) FILTER (WHERE face = 5) AS f5
    FROM "PulseAnswer" x
    WHERE x."workspaceId" = p."workspaceId" AND x."pulseId" = p.id AND x."touchpointId" = about.id
  ) a ON true
) counted
WHERE p."workspaceId" = $1 AND ($2::uuid IS NULL OR p."journeyId" = $2) AND ($3::uuid IS NULL OR p.id = $3)
ORDER BY p."createdAt" DESC, p.id`;

const iso = (at: Date | null) => at?.toISOString() ?? null;

function toResult(
  { touchpointId, title, faces }: CountedRow,
  least: number,
): PulseResult {
  const answers = faces.reduce((total, count) => total + count, 0);
  const score = scoreOf(faces, least);
  return {
    touchpointId,
    title,
    answers,
    score: score && { ...score, faces: [...score.faces] },
  };
}

function toInfo(row: PulseRow, mayHandOn: boolean): PulseInfo {
  const { counted, tokenSealed, closedAt: _, revokedAt, ...rest } = row;
  return {
    ...rest,
    locale: isLocale(row.locale) ? row.locale : "en",
    state: pulseStateOf(row, new Date()),
    url: revokedAt || !mayHandOn ? null : pulseUrl(tokenSealed),
    results: counted.map((one) => toResult(one, row.leastAnswers)),
    createdAt: row.createdAt.toISOString(),
    opensAt: iso(row.opensAt),
    closesAt: iso(row.closesAt),
  };
}

interface Asker {
  readonly actor: InsideActor;
  readonly allowPublicLinks: boolean;
}

async function read(
  { actor, allowPublicLinks }: Asker,
  journeyId: string | null,
  pulseId: string | null,
): Promise<PulseInfo[]> {
  const values = [actor.workspaceId, journeyId, pulseId];
  const { rows } = await pool().query<PulseRow>(listSql, values);
  const mayHandOn = can(actor, "pulse:change", { allowPublicLinks });
  return rows.map((row) => toInfo(row, mayHandOn));
}

/** The pulses of a journey with what came of them, newest first, ended ones included. */
export async function listPulses(
  filter: Asker & { readonly journeyId: string },
): Promise<PulseInfo[]> {
  requireKeys(filter, ["actor", "allowPublicLinks", "journeyId"]);
  return read(filter, filter.journeyId, null);
}

/** One pulse; null where there is none. */
export async function findPulseInfo(
  filter: Asker & { readonly pulseId: string },
): Promise<PulseInfo | null> {
  requireKeys(filter, ["actor", "allowPublicLinks", "pulseId"]);
  return (await read(filter, null, filter.pulseId))[0] ?? null;
}

// By the id, which is chance: neither who came first nor which face stands beside the words can be read out of it.
const commentsSql = `
SELECT a."touchpointId", json_agg(json_build_object('id', a.id, 'text', a.comment) ORDER BY a.id)
         FILTER (WHERE a.comment <> '') AS comments
FROM "PulseAnswer" a
JOIN "Pulse" p ON p."workspaceId" = a."workspaceId" AND p.id = a."pulseId"
WHERE a."workspaceId" = $1 AND a."pulseId" = $2
GROUP BY a."touchpointId", p."leastAnswers"
HAVING count(*) >= p."leastAnswers"
ORDER BY a."touchpointId"`;

/** What respondents wrote, of each touchpoint of which there are answers enough. */
export async function readPulseComments(filter: {
  workspaceId: string;
  pulseId: string;
}): Promise<PulseComments> {
  requireKeys(filter, ["workspaceId", "pulseId"]);
  const { rows } = await pool().query<{
    touchpointId: string;
    comments: { id: string; text: string }[] | null;
  }>(commentsSql, [filter.workspaceId, filter.pulseId]);
  return {
    touchpoints: rows.map(({ touchpointId, comments }) => ({
      touchpointId,
      comments: comments ?? [],
    })),
  };
}
