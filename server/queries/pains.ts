import type { Pain, PainFilter, PainList } from "@/lib/api/opportunities";
import { pool } from "@/server/db/pool";
import {
  behind,
  columnJoins,
  isUnowned,
  journeyCondition,
  ordered,
  placeColumns,
  taskJoin,
} from "./card-place";
import { cursorOf, type Place } from "./cursor";
import { isDecided } from "./decided";
import { requireKeys } from "./require-defined";

/** What a list of pains is narrowed to; null means any. */
export interface PainsFilter {
  workspaceId: string;
  journeyId: string | null;
  decision: PainFilter | null;
  /** "none": only where nobody is responsible. */
  owner: "none" | null;
}

export interface PainsPage {
  after: Place | null;
  limit: number;
}

type At = (value: unknown) => string;

function decisionCondition(decision: PainFilter | null, at: At): string {
  switch (decision) {
    case null:
      return "true";
    case "decided":
      return isDecided;
    case "undecided":
      return `NOT ${isDecided}`;
    default:
      return `c."decisionStatus" = ${at(decision)}`;
  }
}

const ownerCondition = (owner: PainsFilter["owner"]) =>
  owner === null ? "true" : isUnowned;

const hitsOf = ({ workspaceId, journeyId }: PainsFilter, at: At): string => `
FROM "CardRow" c
JOIN "Journey" j ON j."workspaceId" = c."workspaceId" AND j.id = c."journeyId"
WHERE c."workspaceId" = ${at(workspaceId)}::uuid AND c.kind = 'pain' AND ${journeyCondition(journeyId, at)}`;

const key = `lower(left(j.title, 100))`;

type PainRead = Omit<Pain, "seq" | "decision" | "decided"> & {
  decidedAt: string | null;
  by: NonNullable<Pain["decided"]>["by"];
  seq: string;
  key: string;
  status: NonNullable<Pain["decision"]>["status"] | null;
  reason: string | null;
};

async function readPage(filter: PainsFilter, { after, limit }: PainsPage) {
  const values: unknown[] = [];
  const at: At = (value) => `$${values.push(value)}`;
  const workspace = `${at(filter.workspaceId)}::uuid`;
  const held = {
    key,
    journeyId: `c."journeyId"`,
    id: "c.id",
    isDown: false,
  };
  const read = {
    key: "page.key",
    journeyId: `page."journeyId"`,
    id: "page.id",
    isDown: false,
  };
  const sql = `
WITH page AS (
  SELECT c."journeyId", c.id, c.text, c."columnId", c."decisionStatus", c."decisionReason", c."decidedById", c."decidedAt", c."asOfSeq",
         j.title AS "journeyTitle", ${key} AS key
  ${hitsOf(filter, at)} AND ${decisionCondition(filter.decision, at)} AND ${ownerCondition(filter.owner)}${behind(after, held, at)}
  ORDER BY ${ordered(held)}
  LIMIT ${at(limit + 1)}
)
SELECT page.id AS "cardId", page.text, page."asOfSeq" AS seq, page.key,
       page."decisionStatus" AS status, page."decisionReason" AS reason, page."decidedAt",
       CASE WHEN coalesce(u.id, a.id) IS NULL THEN NULL
            ELSE json_build_object('id', page."decidedById", 'name', coalesce(u.name, a.name)) END AS by,
       ${placeColumns},
       json_build_object('all', task."all", 'done', task.done) AS tasks
FROM page
${columnJoins}
${taskJoin}
LEFT JOIN "Membership" m ON m."workspaceId" = ${workspace} AND m."userId" = page."decidedById"
LEFT JOIN "User" u ON u.id = m."userId"
LEFT JOIN "ApiToken" a ON a."workspaceId" = ${workspace} AND a.id = page."decidedById"
ORDER BY ${ordered(read)}`;
  return (await pool().query<PainRead>(sql, values)).rows;
}

async function countPains(filter: PainsFilter): Promise<PainList["counts"]> {
  const values: unknown[] = [];
  const at: At = (value) => `$${values.push(value)}`;
  const isLeft = ownerCondition(filter.owner);
  const { rows } = await pool().query<PainList["counts"]>(
    `SELECT (count(*) FILTER (WHERE ${isDecided} AND ${isLeft}))::int AS decided,
            (count(*) FILTER (WHERE NOT ${isDecided} AND ${isLeft}))::int AS undecided,
            (count(*) FILTER (WHERE ${decisionCondition(filter.decision, at)} AND ${isUnowned}))::int AS "withoutOwner"
     ${hitsOf(filter, at)}`,
    values,
  );
  return rows[0] ?? { decided: 0, undecided: 0, withoutOwner: 0 };
}

const decidedOf = ({ decidedAt, by }: PainRead): Pain["decided"] =>
  decidedAt === null
    ? null
    : { by, at: new Date(Number(decidedAt)).toISOString() };

const decisionOf = ({ status, reason }: PainRead): Pain["decision"] =>
  status === null ? null : { status, reason: reason ?? "" };

/** Pains over the journeys of a workspace with what was decided about them, one page, journey by journey. */
export async function listPains(
  filter: PainsFilter,
  page: PainsPage,
): Promise<PainList> {
  requireKeys(filter, ["workspaceId", "journeyId", "decision", "owner"]);
  requireKeys(page, ["after", "limit"]);
  const [found, counts] = await Promise.all([
    readPage(filter, page),
    countPains(filter),
  ]);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const more = last !== undefined && found.length > page.limit;
  return {
    pains: rows.map((row) => ({
      cardId: row.cardId,
      text: row.text,
      journey: row.journey,
      stage: row.stage,
      touchpoint: row.touchpoint,
      tasks: row.tasks,
      decision: decisionOf(row),
      decided: decidedOf(row),
      seq: Number(row.seq),
    })),
    counts,
    nextCursor: more
      ? cursorOf([last.key, last.journey.id, 0, last.cardId])
      : null,
  };
}
