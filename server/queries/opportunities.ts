import type {
  Opportunity,
  OpportunityList,
  OpportunitySort,
} from "@/lib/api/opportunities";
import { pool } from "@/server/db/pool";
import {
  behind,
  columnJoins,
  isUnowned,
  journeyCondition,
  ordered,
  originColumn,
  originJoins,
  placeColumns,
  taskJoin,
} from "./card-place";
import { cursorOf, type Place } from "./cursor";
import { requireKeys } from "./require-defined";

/** What a list of opportunities is narrowed to; null means any. */
export interface OpportunitiesFilter {
  workspaceId: string;
  journeyId: string | null;
  isScored: boolean | null;
  /** "none": only where nobody is responsible. */
  owner: "none" | null;
}

export interface OpportunitiesPage {
  sort: OpportunitySort;
  isDown: boolean;
  after: Place | null;
  limit: number;
}

type At = (value: unknown) => string;

/** The same sum as `priorityOf` of lib/journey/score.ts; a test holds them together. */
const priority = `(c."customerValue" + c."businessValue") / 2 / (c.effort + 1)`;
const KEY_CHARACTERS = 100;

const padded = (value: string) => `to_char((${value})::numeric, '000.000000')`;

/** By what opportunities are ordered, as a text; those without a score stand last in either direction. */
function keyOf(sort: OpportunitySort, isDown: boolean): string {
  const orLast = (value: string) =>
    `coalesce('${isDown ? 1 : 0}' || ${value}, '${isDown ? 0 : 1}')`;
  switch (sort) {
    case "priority":
      // Of equal priority goes first what is worth more to customers, then what costs less.
      return orLast(
        `${padded(priority)} || ${padded(`c."customerValue"`)} || ${padded("5 - c.effort")}`,
      );
    case "customer":
      return orLast(padded(`c."customerValue"`));
    case "business":
      return orLast(padded(`c."businessValue"`));
    case "effort":
      return orLast(padded("c.effort"));
    case "journey":
      return `lower(left(j.title, ${KEY_CHARACTERS}))`;
    case "text":
      return `lower(left(c.text, ${KEY_CHARACTERS}))`;
  }
}

const hitsOf = (
  { workspaceId, journeyId }: OpportunitiesFilter,
  at: At,
): string => `
FROM "CardRow" c
JOIN "Journey" j ON j."workspaceId" = c."workspaceId" AND j.id = c."journeyId"
WHERE c."workspaceId" = ${at(workspaceId)}::uuid AND c.kind = 'opportunity' AND ${journeyCondition(journeyId, at)}`;

const scoredCondition = (isScored: boolean | null, score: string): string =>
  isScored === null ? "true" : `${score} IS ${isScored ? "NOT NULL" : "NULL"}`;

const ownerCondition = (owner: OpportunitiesFilter["owner"]) =>
  owner === null ? "true" : isUnowned;

type OpportunityRead = Omit<Opportunity, "seq" | "score"> & {
  seq: string;
  key: string;
  customerValue: number | null;
  businessValue: number | null;
  effort: number | null;
};

async function readPage(filter: OpportunitiesFilter, page: OpportunitiesPage) {
  const values: unknown[] = [];
  const at: At = (value) => `$${values.push(value)}`;
  const { sort, isDown, after, limit } = page;
  const orderOf = (table: string) => ({
    key: `${table}.key`,
    journeyId: `${table}."journeyId"`,
    id: `${table}.id`,
    isDown,
  });
  const hits = orderOf("hits");
  const sql = `
WITH hits AS (
  SELECT c."journeyId", c.id, c.text, c."columnId", c."originId", c."customerValue", c."businessValue", c.effort, c."asOfSeq",
         j.title AS "journeyTitle", ${priority} AS priority, ${keyOf(sort, isDown)} AS key,
         CASE WHEN c.effort IS NULL THEN NULL ELSE rank() OVER (ORDER BY ${priority} DESC NULLS LAST) END::int AS rank
  ${hitsOf(filter, at)} AND ${ownerCondition(filter.owner)}
), page AS (
  SELECT * FROM hits WHERE ${scoredCondition(filter.isScored, "hits.priority")}${behind(after, hits, at)}
  ORDER BY ${ordered(hits)}
  LIMIT ${at(limit + 1)}
)
SELECT page.id AS "cardId", page.text, page."asOfSeq" AS seq, page.key, page.priority, page.rank,
       page."customerValue", page."businessValue", page.effort,
       ${placeColumns}, ${originColumn},
       json_build_object('all', task."all", 'done', task.done) AS tasks
FROM page
${columnJoins}
${originJoins}
${taskJoin}
ORDER BY ${ordered(orderOf("page"))}`;
  return (await pool().query<OpportunityRead>(sql, values)).rows;
}

async function countOpportunities(
  filter: OpportunitiesFilter,
): Promise<OpportunityList["counts"]> {
  const values: unknown[] = [];
  const at: At = (value) => `$${values.push(value)}`;
  const isLeft = ownerCondition(filter.owner);
  const { rows } = await pool().query<OpportunityList["counts"]>(
    `SELECT (count(c.effort) FILTER (WHERE ${isLeft}))::int AS scored,
            (count(*) FILTER (WHERE c.effort IS NULL AND ${isLeft}))::int AS unscored,
            (count(*) FILTER (WHERE ${scoredCondition(filter.isScored, "c.effort")} AND ${isUnowned}))::int AS "withoutOwner"
     ${hitsOf(filter, at)}`,
    values,
  );
  return rows[0] ?? { scored: 0, unscored: 0, withoutOwner: 0 };
}

function scoreOf({
  customerValue,
  businessValue,
  effort,
}: OpportunityRead): Opportunity["score"] {
  return customerValue === null || businessValue === null || effort === null
    ? null
    : { customerValue, businessValue, effort };
}

/** Opportunities over the journeys of a workspace, one page of them; what waits in a tray has no stage. */
export async function listOpportunities(
  filter: OpportunitiesFilter,
  page: OpportunitiesPage,
): Promise<OpportunityList> {
  requireKeys(filter, ["workspaceId", "journeyId", "isScored", "owner"]);
  requireKeys(page, ["sort", "isDown", "after", "limit"]);
  const [found, counts] = await Promise.all([
    readPage(filter, page),
    countOpportunities(filter),
  ]);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const more = last !== undefined && found.length > page.limit;
  return {
    opportunities: rows.map((row) => ({
      cardId: row.cardId,
      text: row.text,
      journey: row.journey,
      stage: row.stage,
      touchpoint: row.touchpoint,
      tasks: row.tasks,
      seq: Number(row.seq),
      score: scoreOf(row),
      priority: row.priority,
      rank: row.rank,
      origin: row.origin,
    })),
    counts,
    nextCursor: more
      ? cursorOf([last.key, last.journey.id, 0, last.cardId])
      : null,
  };
}
