import type { JourneyAttention } from "@/lib/api/attention";
import { attentionOf } from "@/lib/insight/attention";
import { COUNT_NAME, NO_COUNT_NAME } from "@/lib/insight/count-units";
import { ENOUGH_VOICES } from "@/lib/insight/evidence-sums";
import { reviewDueAt } from "@/lib/insight/freshness";
import { funnelOf, lostOnTheWay } from "@/lib/insight/funnel";
import type { TouchpointId } from "@/lib/journey/ids";
import { pool } from "@/server/db/pool";
import { staleDaySql } from "./ageing";
import { isDecided } from "./decided";
import { provenSql, voicedSql } from "./felt";
import { countsSql } from "./funnel-counts";
import { requireKeys } from "./require-defined";

interface CountsRow {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly touchpoints: number;
  readonly withoutOwner: number;
  readonly unhappy: number;
  readonly veryUnhappy: number;
  readonly unhappyProven: number;
  /** As the team says alone. */
  readonly lost: number | null;
  /** All touchpoints in their order, where people were counted at some of them. */
  readonly way: readonly WayRow[] | null;
  readonly undecidedPains: number;
  readonly overdueTasks: number;
  readonly assumed: number;
  readonly stale: number;
  readonly reviewEveryDays: number | null;
  readonly reviewedAt: Date | null;
  readonly createdAt: Date;
}

interface WayRow {
  readonly id: TouchpointId;
  readonly said: number | null;
  readonly count: number | null;
}

/** A logarithm of what is left of everybody; an exponential of much less is no number of the database. */
const nearlyNobody = -50;

/** Below that a value between levels has the face of the next lower one, as on the map. */
const nearerTo = { unhappy: -0.5, veryUnhappy: -1.5 };

// What is felt is what the curve shows: evidence where there is enough, else the team's own reading. Each part is
// gathered once for all journeys. What is left of those who begin is the product of what each touchpoint keeps; a
// touchpoint that loses everybody leaves nobody, which a logarithm cannot say. Where people were counted, the way itself is handed over: only lib/insight knows which loss was counted and which was said.
const counts = countsSql({
  where: `e."workspaceId" = $1`,
  count: "$4",
  noCount: "$5",
});

const voiced = voicedSql(`e."workspaceId" = $1`);
const proven = provenSql({ personas: `"JourneyPersona"`, enough: "$3" });
const staleDay = staleDaySql({ workspace: "$1", today: "$2" });

const sql = `
WITH j AS (
  SELECT * FROM "Journey" WHERE "workspaceId" = $1 AND "deletedAt" IS NULL AND "archivedAt" IS NULL
), placed AS (
  SELECT t."journeyId", t.id, t.ordinal, t."dropOffShare" FROM "TouchpointRow" t
  JOIN j ON j.id = t."journeyId" WHERE t."stageId" IS NOT NULL
), owned AS (
  SELECT DISTINCT o."journeyId", o."touchpointId" FROM "TouchpointOwner" o
  JOIN j ON j.id = o."journeyId"
  JOIN "Stakeholder" h ON h."workspaceId" = o."workspaceId" AND h.id = o."stakeholderId"
  WHERE o.role = 'responsible'
), ${voiced}, ${proven}, felt AS (
  SELECT coalesce(said."journeyId", proven."journeyId") AS "journeyId",
         coalesce(said."touchpointId", proven."touchpointId") AS "touchpointId",
         min(coalesce(proven.value, said.value)) AS lowest, min(proven.value) AS "lowestProven", max(proven.newest) AS newest
  FROM (
    SELECT e."journeyId", e."touchpointId", e."personaId", e.value FROM "EmotionRow" e
    JOIN "JourneyPersona" p ON p."journeyId" = e."journeyId" AND p."personaId" = e."personaId"
    JOIN j ON j.id = e."journeyId"
  ) said
  FULL JOIN proven ON proven."journeyId" = said."journeyId" AND proven."touchpointId" = said."touchpointId"
                  AND proven."personaId" = said."personaId"
  GROUP BY 1, 2
), touchpoint AS (
  SELECT placed."journeyId", count(*)::int AS touchpoints,
         (count(*) FILTER (WHERE owned."touchpointId" IS NULL))::int AS "withoutOwner",
         (count(*) FILTER (WHERE felt.lowest < ${nearerTo.unhappy}))::int AS unhappy,
         (count(*) FILTER (WHERE felt.lowest < ${nearerTo.veryUnhappy}))::int AS "veryUnhappy",
         (count(*) FILTER (WHERE felt."lowestProven" < ${nearerTo.unhappy}))::int AS "unhappyProven",
         (count(*) FILTER (WHERE felt.lowest IS NOT NULL AND felt."lowestProven" IS NULL))::int AS assumed,
         (count(*) FILTER (WHERE felt."lowestProven" IS NOT NULL AND felt.newest <= ${staleDay}))::int AS stale,
         CASE WHEN bool_or(placed."dropOffShare" >= 1) THEN 1
              WHEN count(placed."dropOffShare") = 0 THEN NULL
              ELSE 1 - exp(greatest(${nearlyNobody}, sum(ln(1 - placed."dropOffShare")) FILTER (WHERE placed."dropOffShare" < 1))) END AS lost
  FROM placed
  LEFT JOIN owned ON owned."journeyId" = placed."journeyId" AND owned."touchpointId" = placed.id
  LEFT JOIN felt ON felt."journeyId" = placed."journeyId" AND felt."touchpointId" = placed.id
  GROUP BY placed."journeyId"
), ${counts}, way AS (
  SELECT placed."journeyId",
         json_agg(json_build_object('id', placed.id, 'said', placed."dropOffShare", 'count', came.count) ORDER BY placed.ordinal, placed.id) AS way
  FROM placed
  LEFT JOIN came ON came."journeyId" = placed."journeyId" AND came."touchpointId" = placed.id
  WHERE placed."journeyId" IN (SELECT "journeyId" FROM best)
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
       coalesce(touchpoint.unhappy, 0) AS unhappy, coalesce(touchpoint."veryUnhappy", 0) AS "veryUnhappy",
       coalesce(touchpoint."unhappyProven", 0) AS "unhappyProven", touchpoint.lost, way.way,
       coalesce(pain.undecided, 0) AS "undecidedPains", coalesce(task.overdue, 0) AS "overdueTasks",
       coalesce(touchpoint.assumed, 0) AS assumed, coalesce(touchpoint.stale, 0) AS stale
FROM j
LEFT JOIN touchpoint ON touchpoint."journeyId" = j.id
LEFT JOIN way ON way."journeyId" = j.id
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
    ENOUGH_VOICES,
    COUNT_NAME,
    NO_COUNT_NAME,
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

const lostAsSaid = (share: number | null) =>
  share === null ? null : ({ share, basis: "said" } as const);

/** What counts say of a loss goes before what the team says of it, as on the map. */
function lostOn(way: readonly WayRow[]) {
  const points = way.map(({ id, said }) => ({ id, dropOff: { share: said } }));
  const counts = way.flatMap(({ id: touchpointId, count }) =>
    count === null ? [] : [{ touchpointId, count }],
  );
  const of = { unit: "", source: "", heldFrom: null, heldOn: "", counts };
  return lostOnTheWay(funnelOf(points, of));
}

function toAttention(row: CountsRow, now: Date): JourneyAttention {
  const { reviewEveryDays, reviewedAt, createdAt, way, lost, ...counted } = row;
  const loss = way ? lostOn(way) : lostAsSaid(lost);
  const due = reviewDueAt({
    reviewEveryDays,
    reviewedAt: reviewedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  });
  const late = due === null ? -1 : now.getTime() - due.getTime();
  const { score, reasons } = attentionOf({
    ...counted,
    lost: loss?.share ?? null,
    reviewOverdueDays: late < 0 ? null : Math.floor(late / dayMs),
  });
  return {
    ...counted,
    lost: loss?.share ?? null,
    lostBasis: loss?.basis ?? null,
    score,
    reasons: [...reasons],
    reviewDueAt: due?.toISOString() ?? null,
  };
}
