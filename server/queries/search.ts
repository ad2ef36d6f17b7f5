import type { SearchHits } from "@/lib/api/search";
import { pool } from "@/server/db/pool";
import { requireKeys } from "./require-defined";

interface Search {
  workspaceId: string;
  /** Words in any order, of which each may be a part of a longer one. */
  q: string;
}

const mostOfAKind = 8;
const mostWords = 10;

const escaped = (word: string) =>
  `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Patterns of which a title has to match each: words in any order, and parts of words. */
const patternsOf = (q: string) =>
  q.split(/\s+/).filter(Boolean).slice(0, mostWords).map(escaped);

const active = `"deletedAt" IS NULL AND "archivedAt" IS NULL`;

const journeysSql = `
SELECT id, title FROM "Journey"
WHERE "workspaceId" = $1 AND ${active} AND title ILIKE ALL($2::text[])
ORDER BY "editedAt" DESC, id LIMIT ${mostOfAKind}`;

const touchpointsSql = `
SELECT t.id, t.title, json_build_object('id', j.id, 'title', j.title) AS journey
FROM "TouchpointRow" t
JOIN "Journey" j ON j."workspaceId" = t."workspaceId" AND j.id = t."journeyId"
WHERE t."workspaceId" = $1 AND t."stageId" IS NOT NULL AND j."deletedAt" IS NULL AND j."archivedAt" IS NULL
  AND t.title ILIKE ALL($2::text[])
ORDER BY j."editedAt" DESC, j.id, t.ordinal, t.id LIMIT ${mostOfAKind}`;

const stakeholdersSql = `
SELECT id, name FROM "Stakeholder"
WHERE "workspaceId" = $1 AND "archivedAt" IS NULL AND name ILIKE ALL($2::text[])
ORDER BY lower(name), id LIMIT ${mostOfAKind}`;

/** Looks for words in the titles and names of a workspace; without words, the journeys that were edited last. */
export async function searchWorkspace(search: Search): Promise<SearchHits> {
  requireKeys(search, ["workspaceId", "q"]);
  const { workspaceId, q } = search;
  const patterns = patternsOf(q);
  const ask = async <Row extends object>(sql: string) =>
    (await pool().query<Row>(sql, [workspaceId, patterns])).rows;
  if (patterns.length === 0)
    return {
      journeys: await ask(journeysSql),
      touchpoints: [],
      stakeholders: [],
    };
  const [journeys, touchpoints, stakeholders] = await Promise.all([
    ask<SearchHits["journeys"][number]>(journeysSql),
    ask<SearchHits["touchpoints"][number]>(touchpointsSql),
    ask<SearchHits["stakeholders"][number]>(stakeholdersSql),
  ]);
  return { journeys, touchpoints, stakeholders };
}
