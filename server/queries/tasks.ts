import type {
  TaskCounts,
  TaskList,
  TaskSort,
  TaskStatus,
  WorkspaceTask,
} from "@/lib/api/tasks";
import { pool } from "@/server/db/pool";
import {
  behind,
  journeyCondition,
  ordered,
  originColumn,
  originJoins,
  placeColumns,
} from "./card-place";
import { cursorOf, type Place } from "./cursor";
import { requireKeys } from "./require-defined";

/** What a list of tasks is narrowed to; null means any. */
export interface TasksFilter {
  workspaceId: string;
  journeyId: string | null;
  status: TaskStatus | "unfinished" | null;
  /** Id of a stakeholder, or "none" for those that are nobody's. */
  person: string | null;
  /** The day that is today: only what was due before it and is neither done nor dropped. */
  overdueOn: string | null;
}

export interface TasksPage {
  sort: TaskSort;
  isDown: boolean;
  after: Place | null;
  limit: number;
}

type At = (value: unknown) => string;

// Nothing in a column stands last in either direction.
const lastIn = (isDown: boolean) => (isDown ? "'0'" : "'1'");
const firstIn = (isDown: boolean) => (isDown ? "'1'" : "'0'");
const KEY_CHARACTERS = 100;

/** By what tasks are ordered, as a text that is never null. */
function keyOf(sort: TaskSort, isDown: boolean): string {
  const orLast = (value: string) =>
    `coalesce(${firstIn(isDown)} || ${value}, ${lastIn(isDown)})`;
  switch (sort) {
    case "due":
      return orLast(`to_char(k.due, 'YYYY-MM-DD')`);
    case "person":
      return orLast(`lower(h.name)`);
    case "status":
      return `coalesce(array_position(ARRAY['open', 'doing', 'done', 'dropped'], k.status), 9)::text || coalesce(to_char(k.due, 'YYYY-MM-DD'), '9')`;
    case "journey":
      return `lower(left(j.title, ${KEY_CHARACTERS}))`;
    case "text":
      return `lower(left(k.text, ${KEY_CHARACTERS}))`;
  }
}

/** The tasks that a filter leaves but for their status, as the end of a statement. */
function hitsOf(filter: TasksFilter, at: At): string {
  const { workspaceId, journeyId, person, overdueOn } = filter;
  const conditions = [
    journeyCondition(journeyId, at),
    ...(person === "none" ? [`h.id IS NULL`] : []),
    ...(person !== null && person !== "none"
      ? [`k."stakeholderId" = ${at(person)}::uuid AND h.id IS NOT NULL`]
      : []),
    ...(overdueOn === null
      ? []
      : [`k.due < ${at(overdueOn)}::date AND k.status IN ('open', 'doing')`]),
  ];
  return `
FROM "TaskRow" k
JOIN "Journey" j ON j."workspaceId" = k."workspaceId" AND j.id = k."journeyId"
LEFT JOIN "Stakeholder" h ON h."workspaceId" = k."workspaceId" AND h.id = k."stakeholderId"
WHERE k."workspaceId" = ${at(workspaceId)}::uuid AND ${conditions.join(" AND ")}`;
}

function statusCondition(status: TasksFilter["status"], at: At): string {
  if (status === null) return "";
  return status === "unfinished"
    ? ` AND k.status IN ('open', 'doing')`
    : ` AND k.status = ${at(status)}`;
}

const filterKeys = [
  "workspaceId",
  "journeyId",
  "status",
  "person",
  "overdueOn",
] as const;

type TaskRowRead = Omit<WorkspaceTask, "seq"> & {
  seq: string;
  key: string;
};

async function readPage(filter: TasksFilter, page: TasksPage) {
  const values: unknown[] = [];
  const at: At = (value) => `$${values.push(value)}`;
  const { sort, isDown, after, limit } = page;
  const key = keyOf(sort, isDown);
  const held = { key, journeyId: `k."journeyId"`, id: `k."cardId"`, isDown };
  const read = {
    key: "page.key",
    journeyId: `page."journeyId"`,
    id: `page."cardId"`,
    isDown,
  };
  // One more than asked for tells whether there is a next page.
  const sql = `
WITH page AS (
  SELECT k."journeyId", k."cardId", k.text, k.status, k.due, k."stageId", k."touchpointId", k."asOfSeq", ${key} AS key,
         j.title AS "journeyTitle", h.id AS "personId", h.name, h.kind, h.colour
  ${hitsOf(filter, at)}${statusCondition(filter.status, at)}${behind(after, held, at)}
  ORDER BY ${ordered(held)}
  LIMIT ${at(limit + 1)}
)
SELECT page."cardId", page.text, page.status, to_char(page.due, 'YYYY-MM-DD') AS due, page."asOfSeq" AS seq, page.key,
       ${placeColumns},
       CASE WHEN page."personId" IS NULL THEN NULL
            ELSE json_build_object('id', page."personId", 'name', page.name, 'kind', page.kind, 'colour', page.colour) END AS person,
       ${originColumn}
FROM (SELECT page.*, c."originId" FROM page LEFT JOIN "CardRow" c ON c."journeyId" = page."journeyId" AND c.id = page."cardId") page
LEFT JOIN "StageRow" s ON s."journeyId" = page."journeyId" AND s.id = page."stageId"
LEFT JOIN "TouchpointRow" t ON t."journeyId" = page."journeyId" AND t.id = page."touchpointId"
${originJoins}
ORDER BY ${ordered(read)}`;
  return (await pool().query<TaskRowRead>(sql, values)).rows;
}

async function countByStatus(filter: TasksFilter): Promise<TaskCounts> {
  const values: unknown[] = [];
  const at: At = (value) => `$${values.push(value)}`;
  const { rows } = await pool().query<{ status: TaskStatus; n: number }>(
    `SELECT k.status, count(*)::int AS n ${hitsOf(filter, at)} GROUP BY k.status`,
    values,
  );
  const of = (status: TaskStatus) =>
    rows.find((row) => row.status === status)?.n ?? 0;
  return {
    open: of("open"),
    doing: of("doing"),
    done: of("done"),
    dropped: of("dropped"),
  };
}

/** Tasks over the journeys of a workspace, one page of them, with how many there are of each status. */
export async function listTasks(
  filter: TasksFilter,
  page: TasksPage,
): Promise<TaskList> {
  requireKeys(filter, filterKeys);
  requireKeys(page, ["sort", "isDown", "after", "limit"]);
  const [found, counts] = await Promise.all([
    readPage(filter, page),
    countByStatus(filter),
  ]);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const more = last !== undefined && found.length > page.limit;
  return {
    tasks: rows.map((row) => ({
      cardId: row.cardId,
      text: row.text,
      status: row.status,
      due: row.due,
      journey: row.journey,
      stage: row.stage,
      touchpoint: row.touchpoint,
      person: row.person,
      origin: row.origin,
      seq: Number(row.seq),
    })),
    counts,
    nextCursor: more
      ? cursorOf([last.key, last.journey.id, 0, last.cardId])
      : null,
  };
}
