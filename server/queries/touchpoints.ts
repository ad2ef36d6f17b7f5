import type { TouchpointList, TouchpointListItem } from "@/lib/api/touchpoints";
import { noEvidence, type EvidenceOf } from "@/lib/insight/evidence";
import { evidenceOf } from "@/lib/insight/evidence-of";
import { asId } from "@/lib/journey/ids";
import { pool } from "@/server/db/pool";
import { readAgeing } from "./ageing";
import { cursorOf, type Place } from "./cursor";
import { readGroupsAt } from "./evidence-groups";
import { requireKeys } from "./require-defined";
import { hitsOf, type TouchpointsFilter } from "./touchpoint-filter";

export interface PageOf {
  after: Place | null;
  /** So many are left out first, for who asks for a page by its number. */
  skip?: number;
  limit: number;
}

const pageSql = (tables: string, hits: string, limit: string) => `
WITH ${tables} page AS (
  SELECT t."workspaceId", t."journeyId", t.id, t.title, t.message, t."messageStatus", t.medium, t."momentKind", t."dropOffShare", t."breaksOff",
         t."checklistDone", t."checklistSize", t.ordinal, lower(j.title) AS key, j.title AS "journeyTitle",
         s.id AS "stageId", s.title AS "stageTitle", s.colour AS "stageColour"
  ${hits}
  ORDER BY lower(j.title), t."journeyId", t.ordinal, t.id
  LIMIT ${limit}
)
SELECT page.*, channel.list AS channels, owner.list AS owners, emotion.list AS emotions, attachment.n AS attachments
FROM page
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'key', c.key, 'icon', c.icon) ORDER BY c.pos, c.id), '[]') AS list
  FROM "TouchpointChannel" tc JOIN "Channel" c ON c."workspaceId" = tc."workspaceId" AND c.id = tc."channelId"
  WHERE tc."journeyId" = page."journeyId" AND tc."touchpointId" = page.id
) channel
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('id', h.id, 'name', h.name, 'kind', h.kind, 'colour', h.colour, 'role', o.role)
                  ORDER BY o.role DESC, h.name, h.id), '[]') AS list
  FROM "TouchpointOwner" o JOIN "Stakeholder" h ON h."workspaceId" = o."workspaceId" AND h.id = o."stakeholderId"
  WHERE o."journeyId" = page."journeyId" AND o."touchpointId" = page.id
) owner
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('persona', json_build_object('id', p.id, 'name', p.name, 'colour', p.colour), 'value', e.value)
                  ORDER BY jp.ordinal), '[]') AS list
  FROM "JourneyPersona" jp
  JOIN "Persona" p ON p."workspaceId" = jp."workspaceId" AND p.id = jp."personaId"
  LEFT JOIN "EmotionRow" e ON e."journeyId" = jp."journeyId" AND e."personaId" = jp."personaId" AND e."touchpointId" = page.id
  WHERE jp."journeyId" = page."journeyId"
) emotion
CROSS JOIN LATERAL (
  SELECT count(*)::int AS n FROM "AttachmentRow" a WHERE a."journeyId" = page."journeyId" AND a."onId" = page.id
) attachment
ORDER BY page.key, page."journeyId", page.ordinal, page.id`;

interface TouchpointRowRead {
  id: string;
  journeyId: string;
  journeyTitle: string;
  key: string;
  ordinal: number;
  stageId: string;
  stageTitle: string;
  stageColour: string | null;
  title: string;
  message: string;
  messageStatus: TouchpointListItem["messageStatus"];
  medium: TouchpointListItem["medium"];
  momentKind: string | null;
  dropOffShare: number | null;
  breaksOff: boolean;
  checklistDone: number;
  checklistSize: number;
  attachments: number;
  channels: TouchpointListItem["channels"];
  owners: TouchpointListItem["owners"];
  /** Of every persona of the map, also where nobody said anything. */
  emotions: Omit<TouchpointListItem["emotions"][number], "evidence">[];
}

type FoundAt = (journeyId: string) => EvidenceOf;

/** What evidence says at these touchpoints, summed up as for the curve of each map. */
async function readFound(
  workspaceId: string,
  rows: readonly TouchpointRowRead[],
): Promise<FoundAt> {
  const [groups, ageing] = await Promise.all([
    readGroupsAt({ workspaceId, places: rows }),
    readAgeing({ workspaceId }),
  ]);
  const found = new Map(
    [...groups].map(([journeyId, of]) => [journeyId, evidenceOf(of, ageing)]),
  );
  return (journeyId) => found.get(journeyId) ?? noEvidence;
}

function feelingsOf(
  { id, journeyId, emotions }: TouchpointRowRead,
  foundAt: FoundAt,
): TouchpointListItem["emotions"] {
  const found = foundAt(journeyId);
  return emotions.flatMap(({ persona, value }) => {
    const evidence = found(asId(id), asId(persona.id));
    return value === null && evidence === null
      ? []
      : [{ persona, value, evidence }];
  });
}

const toItem = (
  row: TouchpointRowRead,
  foundAt: FoundAt,
): TouchpointListItem => ({
  id: row.id,
  title: row.title,
  journey: { id: row.journeyId, title: row.journeyTitle },
  stage: { id: row.stageId, title: row.stageTitle, colour: row.stageColour },
  message: row.message,
  messageStatus: row.messageStatus,
  medium: row.medium,
  momentKind: row.momentKind,
  dropOffShare: row.dropOffShare,
  breaksOff: row.breaksOff,
  checklist: { done: row.checklistDone, size: row.checklistSize },
  attachments: row.attachments,
  channels: row.channels,
  owners: row.owners,
  emotions: feelingsOf(row, foundAt),
});

const filterKeys = [
  "workspaceId",
  "journeyId",
  "stage",
  "owner",
  "channelId",
  "emotion",
  "q",
] as const;

function readPage(filter: TouchpointsFilter, page: PageOf) {
  const { tables, sql, values } = hitsOf(filter);
  const at = (value: unknown) => `$${values.push(value)}`;
  const behind = page.after
    ? ` AND (lower(j.title), t."journeyId", t.ordinal, t.id)
         > (${at(page.after[0])}::text, ${at(page.after[1])}::uuid, ${at(page.after[2])}::int, ${at(page.after[3])}::uuid)`
    : "";
  // One more than asked for tells whether there is a next page.
  const skip = page.skip ? ` OFFSET ${at(page.skip)}` : "";
  const limit = at(page.limit + 1) + skip;
  return pool().query<TouchpointRowRead>(
    pageSql(tables.map((table) => `${table},`).join(" "), sql + behind, limit),
    values,
  );
}

/** How many touchpoints a filter leaves. */
export async function countTouchpoints(
  filter: TouchpointsFilter,
): Promise<number> {
  requireKeys(filter, filterKeys);
  const { tables, sql, values } = hitsOf(filter);
  const first = tables.length > 0 ? `WITH ${tables.join(", ")} ` : "";
  const { rows } = await pool().query<{ n: number }>(
    `${first}SELECT count(*)::int AS n ${sql}`,
    values,
  );
  return rows[0]?.n ?? 0;
}

/**
 * Touchpoints across the journeys of a workspace: by title of the journey, then as on its map.
 * Those in a map's tray have no place yet and are left out, as are archived journeys unless asked for by id.
 */
export async function listTouchpoints(
  filter: TouchpointsFilter,
  page: PageOf,
): Promise<TouchpointList> {
  requireKeys(filter, filterKeys);
  requireKeys(page, ["after", "limit"]);
  const [found, total] = await Promise.all([
    readPage(filter, page),
    countTouchpoints(filter),
  ]);
  const rows = found.rows.slice(0, page.limit);
  const last = rows.at(-1);
  const foundAt = await readFound(filter.workspaceId, rows);
  const more = last !== undefined && found.rows.length > page.limit;
  return {
    touchpoints: rows.map((row) => toItem(row, foundAt)),
    total,
    nextCursor: more
      ? cursorOf([last.key, last.journeyId, last.ordinal, last.id])
      : null,
  };
}
