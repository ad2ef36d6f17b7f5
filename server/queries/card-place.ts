import type { Place } from "./cursor";

/** How a list tells where a card stands, and what came of it; for the SELECT of a statement over `page`. */
export const placeColumns = `
  json_build_object('id', page."journeyId", 'title', page."journeyTitle") AS journey,
  CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'title', s.title) END AS stage,
  CASE WHEN t.id IS NULL THEN NULL ELSE json_build_object('id', t.id, 'title', t.title) END AS touchpoint`;

/** What a card was made out of. */
export const originColumn = `
  CASE WHEN oc.id IS NOT NULL THEN json_build_object('id', oc.id, 'kind', oc.kind, 'text', oc.text)
       WHEN ot.id IS NOT NULL THEN json_build_object('id', ot.id, 'kind', 'touchpoint', 'text', ot.title) END AS origin`;

/** For `page."originId"`. */
export const originJoins = `
LEFT JOIN "CardRow" oc ON oc."journeyId" = page."journeyId" AND oc.id = page."originId"
LEFT JOIN "TouchpointRow" ot ON ot."journeyId" = page."journeyId" AND ot.id = page."originId"`;

/** For `page."columnId"`: the touchpoint or the stage that the column is, and the stage of the touchpoint. */
export const columnJoins = `
LEFT JOIN "TouchpointRow" t ON t."journeyId" = page."journeyId" AND t.id = page."columnId"
LEFT JOIN "StageRow" s ON s."journeyId" = page."journeyId" AND s.id = coalesce(t."stageId", page."columnId")`;

/** The tasks that were made out of a card: how many, and how many of them are done. */
export const taskJoin = `
CROSS JOIN LATERAL (
  SELECT count(*)::int AS "all", count(*) FILTER (WHERE k.status = 'done')::int AS done
  FROM "CardRow" made JOIN "TaskRow" k ON k."journeyId" = made."journeyId" AND k."cardId" = made.id
  WHERE made."journeyId" = page."journeyId" AND made."originId" = page.id
) task`;

/** The journeys whose cards are in lists: those in use, or one that was asked for by its id. */
export const journeyCondition = (
  journeyId: string | null,
  at: (value: unknown) => string,
): string =>
  `j."deletedAt" IS NULL AND ` +
  (journeyId === null
    ? `j."archivedAt" IS NULL`
    : `j.id = ${at(journeyId)}::uuid`);

/**
 * For rows `c`: nobody is responsible for the touchpoint that a card stands at, or it stands at none. Whoever is named on
 * a map and is nobody in the workspace is not responsible either.
 */
export const isUnowned = `NOT EXISTS (
  SELECT 1 FROM "TouchpointOwner" o
  JOIN "Stakeholder" h ON h."workspaceId" = o."workspaceId" AND h.id = o."stakeholderId"
  WHERE o."journeyId" = c."journeyId" AND o."touchpointId" = c."columnId" AND o.role = 'responsible'
)`;

/** The order of a list: a text, then two ids that make it whole. */
export interface Order {
  /** What is compared first; an expression. */
  readonly key: string;
  readonly journeyId: string;
  readonly id: string;
  readonly isDown: boolean;
}

/** What stands behind the last row of the page before. */
export function behind(
  after: Place | null,
  { key, journeyId, id, isDown }: Order,
  at: (value: unknown) => string,
): string {
  if (after === null) return "";
  const [last, lastJourney, , lastId] = after;
  return ` AND (${key}, ${journeyId}, ${id}) ${isDown ? "<" : ">"} (${at(last)}::text, ${at(lastJourney)}::uuid, ${at(lastId)}::uuid)`;
}

/** In words of the database: first of all the key, then what makes the order whole. */
export const ordered = ({ key, journeyId, id, isDown }: Order): string =>
  [key, journeyId, id]
    .map((part) => `${part} ${isDown ? "DESC" : "ASC"}`)
    .join(", ");
