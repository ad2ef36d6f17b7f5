import { ENOUGH_VOICES } from "@/lib/insight/evidence-sums";
import { feltSql } from "./felt";

// What stands here is put together from fixed pieces; everything that somebody asked for is a value.
/** What a table of touchpoints is narrowed to; null means any. */
export interface TouchpointsFilter {
  workspaceId: string;
  journeyId: string | null;
  /** Id of a stage, or its title: the same stage of several maps has one title and many ids. */
  stage: string | null;
  /** Id of a stakeholder in either role, or "none" for those that nobody is responsible for. */
  owner: string | null;
  channelId: string | null;
  /** A level that some persona of the map feels there by its curve, or "none" where nobody knows. */
  emotion: number | "none" | null;
  q: string | null;
}

const owned = `SELECT 1 FROM "TouchpointOwner" o
  JOIN "Stakeholder" h ON h."workspaceId" = o."workspaceId" AND h.id = o."stakeholderId"
  WHERE o."journeyId" = t."journeyId" AND o."touchpointId" = t.id`;

const likeAnywhere = (q: string) =>
  `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Takes a value and says by which name the statement knows it. */
type At = (value: unknown) => string;

function ownerCondition(owner: string, at: At): string {
  return owner === "none"
    ? `NOT EXISTS (${owned} AND o.role = 'responsible')`
    : `EXISTS (${owned} AND h.id = ${at(owner)}::uuid)`;
}

/** Which level a touchpoint has for some persona: as its curve shows it, the nearest of the five. */
function emotionCondition(emotion: number | "none", at: At): string {
  const level =
    emotion === "none"
      ? ""
      : `WHERE floor(felt.value + 0.5) = ${at(emotion)}::int`;
  // As a number it is looked up and not joined, and the planner takes it to leave most of them. Taken to leave a few, it
  // had all that follows go row by row.
  const isThere = `CASE WHEN (t."journeyId", t.id) IN (SELECT "journeyId", "touchpointId" FROM felt ${level}) THEN 1 ELSE 0 END`;
  return `${isThere} <> ${emotion === "none" ? 1 : 0}`;
}

/** What is felt is worked out for itself: beside its cost all others look alike to the planner, also the worst. */
function feltFor({ journeyId }: TouchpointsFilter, at: At): string {
  const felt = feltSql({
    workspace: "$1",
    journey: journeyId === null ? null : `${at(journeyId)}::uuid`,
    enough: `${at(ENOUGH_VOICES)}::int`,
  });
  return `felt AS MATERIALIZED (${felt})`;
}

function stageCondition(stage: string, at: At): string {
  const place = at(stage);
  return `(s.id::text = ${place} OR lower(s.title) = lower(${place}))`;
}

const channelCondition = (channelId: string, at: At) =>
  `EXISTS (SELECT 1 FROM "TouchpointChannel" c
     WHERE c."journeyId" = t."journeyId" AND c."touchpointId" = t.id AND c."channelId" = ${at(channelId)}::uuid)`;

const textCondition = (q: string, at: At) =>
  `concat_ws(E'\\n', t.title, t.message, t."actualMessage", t.notes, t."searchQueries") ILIKE ${at(likeAnywhere(q))}`;

function conditionsOf(filter: TouchpointsFilter, at: At): string[] {
  const { journeyId, stage, owner, channelId, emotion, q } = filter;
  return [
    journeyId === null
      ? `j."archivedAt" IS NULL`
      : `t."journeyId" = ${at(journeyId)}::uuid`,
    ...(stage === null ? [] : [stageCondition(stage, at)]),
    ...(owner === null ? [] : [ownerCondition(owner, at)]),
    ...(channelId === null ? [] : [channelCondition(channelId, at)]),
    ...(emotion === null ? [] : [emotionCondition(emotion, at)]),
    ...(q === null ? [] : [textCondition(q, at)]),
  ];
}

/**
 * The touchpoints that a filter leaves, as the end of a statement with its values, and the tables that have to stand
 * before it. Only conditions that are asked for are in it, so that each can be planned as a join.
 */
export function hitsOf(filter: TouchpointsFilter): {
  tables: string[];
  sql: string;
  values: unknown[];
} {
  const values: unknown[] = [filter.workspaceId];
  const at = (value: unknown) => `$${values.push(value)}`;
  const sql = `
FROM "TouchpointRow" t
JOIN "Journey" j ON j."workspaceId" = t."workspaceId" AND j.id = t."journeyId"
JOIN "StageRow" s ON s."journeyId" = t."journeyId" AND s.id = t."stageId"
WHERE t."workspaceId" = $1 AND j."deletedAt" IS NULL AND ${conditionsOf(filter, at).join(" AND ")}`;
  const tables = filter.emotion === null ? [] : [feltFor(filter, at)];
  return { tables, sql, values };
}
