import type { JourneyReviews } from "@/lib/api/reviews";
import { reviewDueAt } from "@/lib/insight/freshness";
import { pool } from "@/server/db/pool";
import { memberOptions } from "./member-options";
import { requireKeys } from "./require-defined";

interface StandingRow {
  readonly reviewEveryDays: number | null;
  readonly reviewedAt: Date | null;
  readonly createdAt: Date;
  readonly keeper: JourneyReviews["keeper"];
  readonly headSeq: string;
}

const standingSql = `
SELECT j."reviewEveryDays", j."reviewedAt", j."createdAt", coalesce(h.head_seq, 0) AS "headSeq",
       CASE WHEN k.id IS NULL THEN NULL ELSE json_build_object('id', k.id, 'name', k.name) END AS keeper
FROM "Journey" j
LEFT JOIN document_head h ON h.journey_id = j.id
LEFT JOIN "Membership" m ON m."workspaceId" = j."workspaceId" AND m."userId" = j."keeperId"
LEFT JOIN "User" k ON k.id = m."userId"
WHERE j."workspaceId" = $1 AND j.id = $2 AND j."deletedAt" IS NULL`;

interface ReviewRow {
  readonly id: string;
  readonly at: Date;
  readonly note: string;
  readonly seq: string;
  readonly by: JourneyReviews["reviews"][number]["by"];
}

const reviewsSql = `
SELECT r.id, r.at, r.note, r.seq,
       CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS by
FROM "JourneyReview" r
LEFT JOIN "Membership" m ON m."workspaceId" = r."workspaceId" AND m."userId" = r."byId"
LEFT JOIN "User" u ON u.id = m."userId"
WHERE r."workspaceId" = $1 AND r."journeyId" = $2
ORDER BY r.at DESC, r.id DESC LIMIT $3`;

/** Of older ones the history of the map tells. */
const mostReviews = 20;

/** How a journey stands with its reviews; null where the workspace has none of that id. */
export async function readReviews(filter: {
  workspaceId: string;
  journeyId: string;
}): Promise<JourneyReviews | null> {
  requireKeys(filter, ["workspaceId", "journeyId"]);
  const { workspaceId, journeyId } = filter;
  const of = [workspaceId, journeyId];
  const [standing, reviews, members] = await Promise.all([
    pool().query<StandingRow>(standingSql, of),
    pool().query<ReviewRow>(reviewsSql, [...of, mostReviews]),
    memberOptions({ workspaceId }),
  ]);
  const row = standing.rows[0];
  if (!row) return null;
  const { reviewEveryDays, reviewedAt, createdAt, keeper } = row;
  const due = reviewDueAt({
    reviewEveryDays,
    reviewedAt: reviewedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  });
  const [newest] = reviews.rows;
  return {
    reviewEveryDays,
    dueAt: due?.toISOString() ?? null,
    keeper,
    members,
    reviews: reviews.rows.map(({ at, seq, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      seq: Number(seq),
    })),
    isChanged: newest ? Number(row.headSeq) > Number(newest.seq) : null,
  };
}
