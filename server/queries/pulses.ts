import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type {
  PulseComments,
  PulseInfo,
  PulseList,
  PulseResult,
  PulseStanding,
} from "@/lib/api/pulses";
import { isLocale } from "@/lib/i18n/config";
import { scoreOf, type FaceCounts } from "@/lib/pulse/results";
import { pulseStateOf, type PulseTimes } from "@/lib/pulse/state";
import { pool } from "@/server/db/pool";
import { pulseUrl } from "@/server/pulse/tokens";
import { momentCursor, type MomentPlace } from "./moment-cursor";
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
const readSql = `
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
WHERE p."workspaceId" = $1`;

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

/** What a list of pulses is narrowed to. */
export interface PulsesFilter extends Asker {
  readonly journeyId: string;
  /** Only those that ask about it, or have answers about it; null for all. */
  readonly touchpointId: string | null;
  readonly standing: PulseStanding;
}

export interface PulsesPage {
  readonly after: MomentPlace | null;
  readonly limit: number;
}

type At = (value: unknown) => string;

/** Pulses of a journey, and those about a touchpoint of it where one is named. */
function aboutOf({ journeyId, touchpointId }: PulsesFilter, at: At): string {
  const ofJourney = `p."journeyId" = ${at(journeyId)}::uuid`;
  if (touchpointId === null) return ofJourney;
  const it = `${at(touchpointId)}::uuid`;
  return `${ofJourney} AND (${it} = ANY (p."touchpointIds") OR EXISTS (
    SELECT 1 FROM "PulseAnswer" x WHERE x."workspaceId" = p."workspaceId" AND x."pulseId" = p.id AND x."touchpointId" = ${it}))`;
}

async function countRevoked(filter: PulsesFilter): Promise<number> {
  const values: unknown[] = [filter.actor.workspaceId];
  const about = aboutOf(filter, (value) => `$${values.push(value)}`);
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM "Pulse" p WHERE p."workspaceId" = $1 AND p."revokedAt" IS NOT NULL AND ${about}`,
    values,
  );
  return rows[0]?.n ?? 0;
}

const standings: Readonly<Record<PulseStanding, string>> = {
  all: "",
  live: ` AND p."revokedAt" IS NULL`,
  revoked: ` AND p."revokedAt" IS NOT NULL`,
};

/** The pulses of a journey with what came of them, newest first, a page of them. */
export async function listPulses(
  filter: PulsesFilter,
  page: PulsesPage,
): Promise<Omit<PulseList, "allowed">> {
  requireKeys(filter, [
    "actor",
    "allowPublicLinks",
    "journeyId",
    "touchpointId",
    "standing",
  ]);
  requireKeys(page, ["after", "limit"]);
  const { actor, allowPublicLinks } = filter;
  const values: unknown[] = [actor.workspaceId];
  const at: At = (value) => `$${values.push(value)}`;
  const about = aboutOf(filter, at);
  const after =
    page.after === null
      ? ""
      : ` AND (p."createdAt", p.id) < (${at(page.after[0])}::timestamptz, ${at(page.after[1])}::uuid)`;
  const [found, revoked] = await Promise.all([
    pool().query<PulseRow>(
      `${readSql} AND ${about}${standings[filter.standing]}${after}
ORDER BY p."createdAt" DESC, p.id DESC LIMIT ${at(page.limit + 1)}`,
      values,
    ),
    countRevoked(filter),
  ]);
  const rows = found.rows.slice(0, page.limit);
  const last = rows.at(-1);
  const hasMore = last !== undefined && found.rows.length > page.limit;
  const mayHandOn = can(actor, "pulse:change", { allowPublicLinks });
  return {
    pulses: rows.map((row) => toInfo(row, mayHandOn)),
    revoked,
    nextCursor: hasMore ? momentCursor(last.createdAt, last.id) : null,
  };
}

/** One pulse; null where there is none. */
export async function findPulseInfo(
  filter: Asker & { readonly pulseId: string },
): Promise<PulseInfo | null> {
  requireKeys(filter, ["actor", "allowPublicLinks", "pulseId"]);
  const { actor, allowPublicLinks, pulseId } = filter;
  const { rows } = await pool().query<PulseRow>(`${readSql} AND p.id = $2`, [
    actor.workspaceId,
    pulseId,
  ]);
  const mayHandOn = can(actor, "pulse:change", { allowPublicLinks });
  return rows[0] ? toInfo(rows[0], mayHandOn) : null;
}

// By the id, which is chance: neither who came first nor which face stands beside the words can be read out of it.
const commentsSql = `
SELECT enough."touchpointId", coalesce(said.list, '[]') AS comments
FROM "Pulse" p
CROSS JOIN LATERAL (
  SELECT a."touchpointId" FROM "PulseAnswer" a
  WHERE a."workspaceId" = p."workspaceId" AND a."pulseId" = p.id AND ($3::uuid IS NULL OR a."touchpointId" = $3)
  GROUP BY a."touchpointId" HAVING count(*) >= p."leastAnswers"
) enough
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object('id', one.id, 'text', one.comment) ORDER BY one.id) AS list
  FROM (
    SELECT a.id, a.comment FROM "PulseAnswer" a
    WHERE a."workspaceId" = p."workspaceId" AND a."pulseId" = p.id AND a."touchpointId" = enough."touchpointId"
      AND a.comment <> '' AND ($4::uuid IS NULL OR a.id > $4)
    ORDER BY a.id LIMIT $5
  ) one
) said
WHERE p."workspaceId" = $1 AND p.id = $2
ORDER BY enough."touchpointId"`;

/** What respondents wrote, of each touchpoint of which there are answers enough, a page of each. */
export async function readPulseComments(
  filter: {
    workspaceId: string;
    pulseId: string;
    /** Only what is about it; null for all. */
    touchpointId: string | null;
  },
  page: { readonly after: string | null; readonly limit: number },
): Promise<PulseComments> {
  requireKeys(filter, ["workspaceId", "pulseId", "touchpointId"]);
  requireKeys(page, ["after", "limit"]);
  const { workspaceId, pulseId, touchpointId } = filter;
  const { after, limit } = page;
  const { rows } = await pool().query<{
    touchpointId: string;
    comments: { id: string; text: string }[];
  }>(commentsSql, [workspaceId, pulseId, touchpointId, after, limit + 1]);
  return {
    touchpoints: rows.map(({ touchpointId: about, comments }) => ({
      touchpointId: about,
      comments: comments.slice(0, limit),
      nextCursor:
        comments.length > limit ? (comments[limit - 1]?.id ?? null) : null,
    })),
  };
}
