import type pg from "pg";
import { MOST_THINGS, topicOf, type MapKind } from "@/lib/activity/kinds";
import {
  mapChanges,
  type MapChange,
  type ToldMap,
} from "@/lib/activity/map-changes";
import type { RowChanges } from "@/lib/journey/projection";
import {
  authorsOf,
  readWriters,
  type Step,
  type Touches,
  type Writer,
} from "./map-authors";

type Db = Pick<pg.ClientBase, "query">;

/** A step of a journey, with what its rows said before and say now. */
export interface MapStep extends Step {
  readonly workspaceId: string;
  readonly before: ToldMap;
  readonly after: ToldMap;
  readonly changes: RowChanges;
  readonly touches: Touches | null;
}

interface Line {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly kind: MapKind;
  readonly topic: string;
  readonly userId: string | null;
  readonly stakeholderId: string | null;
  readonly slot: string;
  readonly entityIds: readonly string[];
  readonly isMore: boolean;
  readonly at: string;
}

// What is done again within the hour joins what is there. The journey's rows are locked, so none comes between.
// Somebody who writes is told of the same thing again and again: within a minute that writes no row and no index. With
// another thing the moment moves too, because readers know by it that there is news.
const writeSql = `
INSERT INTO "Activity" AS a (id, "workspaceId", "journeyId", kind, topic, "userId", "stakeholderId", slot, "entityIds", "isMore", at)
SELECT gen_random_uuid(), n."workspaceId", n."journeyId", n.kind, n.topic, n."userId", n."stakeholderId", n.slot,
       ARRAY(SELECT json_array_elements_text(n."entityIds")::uuid), n."isMore", n.at
FROM json_to_recordset($1::json) AS n("workspaceId" uuid, "journeyId" uuid, kind text, topic text, "userId" uuid, "stakeholderId" uuid,
                                      slot text, "entityIds" json, "isMore" boolean, at timestamptz)
ON CONFLICT ("journeyId", slot) DO UPDATE SET at = greatest(a.at, excluded.at),
  "isMore" = a."isMore" OR excluded."isMore"
    OR (SELECT count(DISTINCT u.id) FROM unnest(excluded."entityIds" || a."entityIds") AS u(id)) > ${MOST_THINGS},
  "entityIds" = ARRAY(
    SELECT u.id FROM unnest(excluded."entityIds" || a."entityIds") WITH ORDINALITY AS u(id, nth)
    GROUP BY u.id ORDER BY min(u.nth) LIMIT ${MOST_THINGS})
WHERE a.at < excluded.at - interval '1 minute' OR (excluded."isMore" AND NOT a."isMore")
  OR a."entityIds"[1:cardinality(excluded."entityIds")] <> excluded."entityIds"`;

function linesOf(
  { workspaceId, journeyId }: MapStep,
  changes: readonly MapChange[],
  authorOf: (change: MapChange) => Writer | null,
): Line[] {
  const found = new Map<
    string,
    { of: MapChange; by: Writer | null; ids: string[] }
  >();
  for (const change of changes) {
    const by = authorOf(change);
    const key = `${change.kind} ${by?.userId ?? by?.stakeholderId ?? ""}`;
    const group = found.get(key) ?? { of: change, by, ids: [] };
    if (change.entityId !== null) group.ids.push(change.entityId);
    found.set(key, group);
  }
  return [...found].map(
    ([
      key,
      {
        of: { kind },
        by,
        ids,
      },
    ]) => {
      const at = (by?.at ?? new Date()).toISOString();
      return {
        workspaceId,
        journeyId,
        kind,
        topic: topicOf(kind),
        userId: by?.userId ?? null,
        stakeholderId: by?.stakeholderId ?? null,
        slot: `${key} ${at.slice(0, "2026-11-29T10".length)}`,
        entityIds: ids.slice(0, MOST_THINGS),
        isMore: ids.length > MOST_THINGS,
        at,
      };
    },
  );
}

/** On what attachments hang or hung; looked up only where one is asked for. */
function homesOf({ before, after }: MapStep) {
  let homes: Map<string, string> | undefined;
  return (attachmentId: string): string | undefined => {
    homes ??= new Map(
      [before, after].flatMap(({ rows }) =>
        rows.AttachmentRow.map(({ id, onId }) => [id, onId] as const),
      ),
    );
    return homes.get(attachmentId);
  };
}

/**
 * Writes down what people did on maps. Part of the transaction that writes the rows: each step of a journey is told
 * once, whichever process takes it.
 */
export async function noteMapChanges(
  db: Db,
  steps: readonly MapStep[],
): Promise<void> {
  const told = steps
    .map((step) => ({ step, changes: mapChanges(step) }))
    .filter(({ changes }) => changes.length > 0);
  if (told.length === 0) return;
  const writers = await readWriters(
    db,
    told.map(({ step: { journeyId, afterSeq, seq } }) => ({
      journeyId,
      afterSeq,
      seq,
    })),
  );
  const lines: Line[] = [];
  for (const { step, changes } of told) {
    const of = writers.get(step.journeyId) ?? [];
    const { touches } = step;
    const homeOf = homesOf(step);
    const asked = { step, writers: of, touches, homeOf };
    const authorOf = await authorsOf(db, asked);
    lines.push(...linesOf(step, changes, authorOf));
  }
  await db.query(writeSql, [JSON.stringify(lines)]);
}
