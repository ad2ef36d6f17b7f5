import type { JourneyAttention } from "@/lib/api/attention";
import { attentionOf } from "@/lib/insight/attention";
import { reviewDueAt } from "@/lib/insight/freshness";
import { pool } from "@/server/db/pool";
import { isDecided } from "./decided";
import { requireKeys } from "./require-defined";

interface CountsRow {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly touchpoints: number;
  readonly withoutOwner: number;
  readonly unhappy: number;
  readonly veryUnhappy: number;
  readonly lost: number | null;
  readonly undecidedPains: number;
  readonly overdueTasks: number;
  readonly reviewEveryDays: number | null;
  readonly reviewedAt: Date | null;
  readonly createdAt: Date;
}

/** A logarithm of what is left of everybody; an exponential of much less is no number of the database. */
const nearlyNobody = -50;

// Each part is gathered once for all journeys. What is left of those who begin is the product of what each touchpoint
// keeps; a touchpoint that loses everybody leaves nobody, which a logarithm cannot say.
const sql = `
WITH j AS (
  SELECT * FROM "Journey" WHERE "workspaceId" = $1 AND "deletedAt" IS NULL AND "archivedAt" IS NULL
), placed AS (
  SELECT t."journeyId", t.id, t."dropOffShare" FROM "TouchpointRow" t
  JOIN j ON j.id = t."journeyId" WHERE t."stageId" IS NOT NULL
), owned AS (
  SELECT DISTINCT o."journeyId", o."touchpointId" FROM "TouchpointOwner" o
  JOIN j ON j.id = o."journeyId"
  JOIN "Stakeholder" h ON h."workspaceId" = o."workspaceId" AND h.id = o."stakeholderId"
  WHERE o.role = 'responsible'
), felt AS (
  SELECT e."journeyId", e."touchpointId", min(e.value) AS lowest FROM "EmotionRow" e
  JOIN "JourneyPersona" p ON p."journeyId" = e."journeyId" AND p."personaId" = e."personaId"
  JOIN j ON j.id = e."journeyId"
  GROUP BY e."journeyId", e."touchpointId"
), touchpoint AS (
  SELECT placed."journeyId", count(*)::int AS touchpoints,
         (count(*) FILTER (WHERE owned."touchpointId" IS NULL))::int AS "withoutOwner",
         (count(*) FILTER (WHERE felt.lowest < 0))::int AS unhappy,
         (count(*) FILTER (WHERE felt.lowest < -1))::int AS "veryUnhappy",
         CASE WHEN bool_or(placed."dropOffShare" >= 1) THEN 1
              WHEN count(placed."dropOffShare") = 0 THEN NULL
              ELSE 1 - exp(greatest(${nearlyNobody}, sum(ln(1 - placed."dropOffShare")) FILTER (WHERE placed."dropOffShare" < 1))) END AS lost
  FROM placed
  LEFT JOIN owned ON owned."journeyId" = placed."journeyId" AND owned."touchpointId" = placed.id
  LEFT JOIN felt ON felt."journeyId" = placed."journeyId" AND felt."touchpointId" = placed.id
  GROUP BY placed."journeyId"
), pain AS (
  SELECT c."journeyId", count(*)::int AS undecided FROM "CardRow" c JOIN j ON j.id = c."journeyId"
  WHERE c."workspaceId" = $1 AND c.kind = 'pain' AND c."laneId" IS NOT NULL
    AND NOT ${isDecided} AND c.text <> ''
  GROUP BY c."journeyId"
), task AS (
  SELECT t."journeyId", count(*)::int AS overdue FROM "TaskRow" t JOIN j ON j.id = t."journeyId"
  WHERE t.status IN ('open', 'doing') AND t.due < $2::date
  GROUP BY t."journeyId"
)
SELECT j.id, j.title, j.locale, j."reviewEveryDays", j."reviewedAt", j."createdAt",
       coalesce(touchpoint.touchpoints, 0) AS touchpoints, coalesce(touchpoint."withoutOwner", 0) AS "withoutOwner",
       coalesce(touchpoint.unhappy, 0) AS unhappy, coalesce(touchpoint."veryUnhappy", 0) AS "veryUnhappy", touchpoint.lost,
       coalesce(pain.undecided, 0) AS "undecidedPains", coalesce(task.overdue, 0) AS "overdueTasks"
FROM j
LEFT JOIN touchpoint ON touchpoint."journeyId" = j.id
LEFT JOIN pain ON pain."journeyId" = j.id
LEFT JOIN task ON task."journeyId" = j.id`;

const dayMs = 24 * 60 * 60 * 1000;

/** Which active journeys of a workspace need somebody, and why; the one that needs it most first. */
export async function listAttention(
  filter: { workspaceId: string },
  now = new Date(),
): Promise<JourneyAttention[]> {
  requireKeys(filter, ["workspaceId"]);
  const { workspaceId } = filter;
  const { rows } = await pool().query<CountsRow>(sql, [
    workspaceId,
    now.toISOString().slice(0, 10),
  ]);
  return rows
    .map((row) => toAttention(row, now))
    .toSorted(
      (one, other) =>
        other.score - one.score ||
        one.title.localeCompare(other.title) ||
        (one.id < other.id ? -1 : 1),
    );
}

function toAttention(row: CountsRow, now: Date): JourneyAttention {
  const { reviewEveryDays, reviewedAt, createdAt, ...counts } = row;
  const due = reviewDueAt({
    reviewEveryDays,
    reviewedAt: reviewedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  });
  const late = due === null ? -1 : now.getTime() - due.getTime();
  const { score, reasons } = attentionOf({
    ...counts,
    reviewOverdueDays: late < 0 ? null : Math.floor(late / dayMs),
  });
  return {
    ...counts,
    score,
    reasons: [...reasons],
    reviewDueAt: due?.toISOString() ?? null,
  };
}
