import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { EvidenceItem, EvidenceList } from "@/lib/api/evidence";
import type { Counted } from "@/lib/imports/results";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

/** What a list is narrowed to; null means any. */
export interface EvidenceFilter {
  actor: InsideActor;
  journeyId: string | null;
  touchpointId: string | null;
  personaId: string | null;
}

export interface EvidencePage {
  /** A cursor that the list gave. */
  after: EvidencePlace | null;
  limit: number;
}

/** Day and id of the last piece of a page; what comes after it is older. */
export type EvidencePlace = readonly [day: string, id: string];

const placeText =
  /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place that a cursor names, or null where it is not one of ours. */
export function evidencePlaceOf(cursor: string): EvidencePlace | null {
  const [, day, id] = placeText.exec(cursor) ?? [];
  if (day === undefined || id === undefined) return null;
  // A day that no calendar has, such as the 31st of February, is another one when it is read.
  const at = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
  // The database knows no year 0.
  return isDay && day >= "0001-01-01" ? [day, id] : null;
}

interface EvidenceRowRead extends Omit<
  EvidenceItem,
  "scale" | "counted" | "changeable" | "createdAt" | "updatedAt" | "deletedAt"
> {
  createdById: string | null;
  metric: Counted["metric"];
  best: number | null;
  worst: number | null;
  goodFrom: number | null;
  asked: number | null;
  isClosed: boolean | null;
  rows: number | null;
  isWeighted: boolean | null;
  scaleLow: number | null;
  scaleHigh: number | null;
  isHighBad: boolean;
  isShare: boolean;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

// Days leave as text: the driver would make moments of them, in the zone of the server.
const readSql = `
SELECT e.id, e."journeyId", e."touchpointId", e.kind, e.origin, e.value, e.unit, e.measure, e."scaleLow", e."scaleHigh", e."isHighBad", e."isShare",
       e.sd, e.n, e.metric, e.best, e.worst, e."goodFrom", e.asked, e."isClosed", e.rows, e."isWeighted", e.quote, e.source, e."heldOn"::text AS "heldOn", e."heldFrom"::text AS "heldFrom", e.url, f.id AS "fileId", e.note,
       e."createdById", e.version, e."createdAt", e."updatedAt", e."deletedAt",
       CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.name, 'colour', p.colour) END AS persona,
       CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'bytes', f.bytes) END AS file,
       CASE WHEN q.id IS NULL THEN NULL ELSE json_build_object('id', q.id, 'name', q.name, 'audience', q.audience, 'leastAnswers', q."leastAnswers") END AS pulse,
       CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS by
FROM "Evidence" e
LEFT JOIN "Journey" j ON j."workspaceId" = e."workspaceId" AND j.id = e."journeyId"
LEFT JOIN "Persona" p ON p."workspaceId" = e."workspaceId" AND p.id = e."personaId"
LEFT JOIN "Pulse" q ON q."workspaceId" = e."workspaceId" AND q.id = e."pulseId"
LEFT JOIN "FileObject" f ON f."workspaceId" = e."workspaceId" AND f.id = e."fileId" AND f."deletedAt" IS NULL
LEFT JOIN "Membership" m ON m."workspaceId" = e."workspaceId" AND m."userId" = e."createdById"
LEFT JOIN "User" u ON u.id = m."userId"
WHERE e."workspaceId" = $1 AND j."deletedAt" IS NULL`;

function toItem(row: EvidenceRowRead, actor: InsideActor): EvidenceItem {
  const { createdById, scaleLow, scaleHigh, isHighBad, isShare, ...others } =
    row;
  const { metric, best, worst, goodFrom, asked, ...more } = others;
  const { isClosed, rows, isWeighted, ...rest } = more;
  const isCounted = (metric ?? asked ?? isClosed ?? rows) !== null;
  const hasScale = scaleLow !== null && scaleHigh !== null;
  // Of answers nobody reads when they came, only the day.
  const heldAt = `${row.heldOn}T00:00:00.000Z`;
  return {
    ...rest,
    counted: isCounted
      ? { metric, best, worst, goodFrom, asked, isClosed, rows, isWeighted }
      : null,
    version: row.pulse ? 1 : row.version,
    scale: hasScale
      ? { low: scaleLow, high: scaleHigh, isHighBad, isShare }
      : null,
    // Respondents' answers are nobody's to correct.
    changeable:
      row.pulse === null && can(actor, "evidence:change", { createdById }),
    createdAt: row.pulse ? heldAt : row.createdAt.toISOString(),
    updatedAt: row.pulse ? heldAt : row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

/** Evidence of one journey, touchpoint or persona, newest first. */
export async function listEvidence(
  filter: EvidenceFilter,
  page: EvidencePage,
): Promise<EvidenceList> {
  requireKeys(filter, ["actor", "journeyId", "touchpointId", "personaId"]);
  requireKeys(page, ["after", "limit"]);
  const { actor, journeyId, touchpointId, personaId } = filter;
  const values: unknown[] = [actor.workspaceId];
  const at = (value: unknown) => `$${values.push(value)}`;
  // Only what is asked for is in the statement, so that each question finds its index.
  const conditions = [
    ...(journeyId === null ? [] : [`e."journeyId" = ${at(journeyId)}::uuid`]),
    ...(touchpointId === null
      ? []
      : [`e."touchpointId" = ${at(touchpointId)}::uuid`]),
    ...(personaId === null ? [] : [`e."personaId" = ${at(personaId)}::uuid`]),
    ...(page.after === null
      ? []
      : [
          `(e."heldOn", e.id) < (${at(page.after[0])}::date, ${at(page.after[1])}::uuid)`,
        ]),
  ];
  const sql = `${readSql} AND e."deletedAt" IS NULL${conditions.map((one) => ` AND ${one}`).join("")}
ORDER BY e."heldOn" DESC, e.id DESC LIMIT ${at(page.limit + 1)}`;
  const found = await pool().query<EvidenceRowRead>(sql, values);
  const rows = found.rows.slice(0, page.limit);
  const last = rows.at(-1);
  const hasMore = last !== undefined && found.rows.length > page.limit;
  return {
    evidence: rows.map((row) => toItem(row, actor)),
    nextCursor: hasMore ? `${last.heldOn}.${last.id}` : null,
  };
}

/** One piece of evidence, also one that was deleted and can be brought back; null where there is none. */
export async function findEvidence(filter: {
  actor: InsideActor;
  evidenceId: string;
}): Promise<EvidenceItem | null> {
  requireKeys(filter, ["actor", "evidenceId"]);
  const { actor, evidenceId } = filter;
  const { rows } = await pool().query<EvidenceRowRead>(
    `${readSql} AND e.id = $2`,
    [actor.workspaceId, evidenceId],
  );
  return rows[0] ? toItem(rows[0], actor) : null;
}
