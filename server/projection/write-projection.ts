import type pg from "pg";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { MapHead } from "@/lib/activity/map-changes";
import {
  diffRows,
  projectRows,
  type RowChanges,
} from "@/lib/journey/projection";
import type {
  ProjectionRows,
  ProjectionTable,
} from "@/lib/journey/projection-rows";
import type { Touches } from "@/server/activity/map-authors";
import { noteMapChanges, type MapStep } from "@/server/activity/note-map";
import { readRows } from "@/server/activity/read-rows";
import { assignmentsIn, heldIn, takenIn } from "./assignments";
import { notifyAssigned, type Assigned } from "./notify-assigned";
import { rememberTaken, tellPeople } from "./tell-people";
import { clearRows, storableJson, writeChanges } from "./write-rows";

type Db = Pick<pg.ClientBase, "query">;

/** Rows as they were written, and the seq that they reflect. */
export interface Written {
  readonly seq: number;
  readonly rows: ProjectionRows;
}

export interface ProjectionWrite {
  readonly journeyId: string;
  readonly map: JourneyMap;
  readonly seq: number;
  /** What this process wrote last, if it did; then only the difference is written. */
  readonly before: Written | null;
  /** Writes everything anew, also where the rows say that they are up to date. */
  readonly isRebuild?: boolean;
  /** Tells who of several changed what, where the document is at hand. */
  readonly touches?: Touches;
}

interface Held {
  readonly workspaceId: string;
  /** The seq that the rows reflect. */
  readonly seq: number;
  /** What the registry says of the journey. */
  readonly head: MapHead;
}

/**
 * What is written now; journeys that are gone are missing. The locks, in the order of ids, make writers queue,
 * and what is being deleted for good is waited for: unlocked it would be seen as still there.
 */
async function lockStates(
  db: Db,
  journeyIds: readonly string[],
): Promise<Map<string, Held>> {
  await db.query(
    `INSERT INTO document_state (journey_id)
     SELECT id FROM "Journey" WHERE id = ANY($1) ORDER BY id FOR KEY SHARE
     ON CONFLICT DO NOTHING`,
    [journeyIds],
  );
  const { rows } = await db.query<
    MapHead & {
      journey_id: string;
      workspaceId: string;
      proj_seq: string;
    }
  >(
    `SELECT s.journey_id, s.proj_seq, j."workspaceId", j.title, j.state, j.outcome, j."reviewEveryDays"
     FROM document_state s JOIN "Journey" j ON j.id = s.journey_id
     WHERE s.journey_id = ANY($1) ORDER BY s.journey_id FOR NO KEY UPDATE OF s`,
    [journeyIds],
  );
  return new Map(
    rows.map(({ journey_id: id, workspaceId, proj_seq: seq, ...head }) => [
      id,
      { workspaceId, seq: Number(seq), head },
    ]),
  );
}

const headOf = ({ map: { meta } }: ProjectionWrite): MapHead => ({
  title: meta.title.replaceAll("\0", ""),
  state: meta.state,
  outcome: meta.outcome,
  reviewEveryDays: meta.reviewEveryDays,
});

async function writeRegistry(
  db: Db,
  writes: readonly ProjectionWrite[],
): Promise<void> {
  const records = writes.map((write) => ({
    id: write.journeyId,
    seq: write.seq,
    locale: write.map.meta.locale,
    ...headOf(write),
  }));
  await db.query(
    `UPDATE "Journey" j SET title = n.title, state = n.state, outcome = n.outcome, locale = n.locale,
       "reviewEveryDays" = n."reviewEveryDays", "editedAt" = coalesce(u.at, j."editedAt")
     FROM json_to_recordset($1::json) AS n(id uuid, seq bigint, title text, state text, outcome text,
                                           locale text, "reviewEveryDays" int)
     LEFT JOIN document_update u ON u.journey_id = n.id AND u.seq = n.seq
     WHERE j.id = n.id`,
    [JSON.stringify(records)],
  );
  await db.query(
    `UPDATE document_state s SET proj_seq = n.seq
     FROM unnest($1::uuid[], $2::bigint[]) AS n(id, seq) WHERE s.journey_id = n.id`,
    [records.map(({ id }) => id), records.map(({ seq }) => seq)],
  );
}

interface Progress {
  readonly states: ReadonlyMap<string, Held>;
  readonly written: ReadonlyMap<string, Written>;
}

/** From what rows said to what they will say. */
interface RowStep {
  readonly write: ProjectionWrite;
  readonly held: Held;
  readonly before: ProjectionRows;
  readonly after: ProjectionRows;
  /** Whether `before` is what the database holds, and not what this process wrote. */
  readonly isRead: boolean;
}

/**
 * The steps that there is something to tell of. Of a journey that is new, and of rows that are made anew, there is
 * nothing: nobody did anything to it.
 */
async function findSteps(
  db: Db,
  due: readonly ProjectionWrite[],
  { states, written }: Progress,
): Promise<RowStep[]> {
  const told = due.filter(
    ({ journeyId, isRebuild }) =>
      isRebuild !== true && (states.get(journeyId)?.seq ?? 0) > 0,
  );
  const isKnown = ({ journeyId, before }: ProjectionWrite) =>
    before !== null && before.seq === states.get(journeyId)?.seq;
  const unknown = told.filter((write) => !isKnown(write));
  const read = await readRows(
    db,
    unknown.map(({ journeyId }) => journeyId),
  );
  return told.flatMap((write) => {
    const { journeyId } = write;
    const stored = read.get(journeyId);
    const before = stored ?? write.before?.rows;
    const after = written.get(journeyId)?.rows;
    const held = states.get(journeyId)!;
    const isRead = stored !== undefined;
    return before && after ? [{ write, held, before, after, isRead }] : [];
  });
}

/** What became somebody's in these steps. */
const assignedIn = (steps: readonly RowStep[]): Assigned[] =>
  steps.flatMap(({ write: { journeyId, seq }, held, before, after }) => {
    const { workspaceId, seq: afterSeq } = held;
    const place = { workspaceId, journeyId, afterSeq, seq };
    return assignmentsIn(heldIn(before), after).map((one) => ({
      ...one,
      ...place,
    }));
  });

/** What was taken from somebody in these steps. */
const takenFrom = (steps: readonly RowStep[]) =>
  steps.flatMap(({ held: { workspaceId }, before, after }) =>
    takenIn(heldIn(before), after).map((one) => ({ ...one, workspaceId })),
  );

/** Rows as the database will tell them, to be compared with what it tells. */
const asStored = (rows: ProjectionRows): ProjectionRows =>
  Object.fromEntries(
    (Object.keys(rows) as ProjectionTable[]).map((table) => [
      table,
      JSON.parse(storableJson(rows[table])) as unknown,
    ]),
  ) as unknown as ProjectionRows;

/** The same steps as what people did. */
const deedsIn = (
  steps: readonly RowStep[],
  all: ReadonlyMap<string, { readonly changes: RowChanges }>,
): MapStep[] =>
  steps.map(({ write, held, before, after: rows, isRead }) => {
    const { journeyId, seq, touches = null } = write;
    const { workspaceId, seq: afterSeq, head } = held;
    const after = isRead ? asStored(rows) : rows;
    const known = isRead ? undefined : all.get(journeyId)?.changes;
    return {
      workspaceId,
      journeyId,
      afterSeq,
      seq,
      touches,
      before: { head, rows: before },
      after: { head: headOf(write), rows: after },
      changes: known ?? diffRows(before, after),
    };
  });

/** Whether a write is newer than the rows, or is to be made whatever they say. */
const isDue = ({ seq, isRebuild }: ProjectionWrite, held: Held): boolean =>
  held.seq < seq || (held.seq === seq && isRebuild === true);

/**
 * Brings the rows of journeys, each named once, and what their registry rows show of the documents, to a
 * seq. Part of the caller's transaction.
 *
 * @returns by journey what was written; not those whose rows already reflect that seq or a newer one, and
 *   not those that are gone.
 */
export async function writeProjections(
  db: Db,
  writes: readonly ProjectionWrite[],
): Promise<Map<string, Written>> {
  const states = await lockStates(
    db,
    writes.map(({ journeyId }) => journeyId),
  );
  const written = new Map<string, Written>();
  const changes = new Map<string, { changes: RowChanges; seq: number }>();
  const stale: string[] = [];
  const due = writes.filter((write) => {
    const held = states.get(write.journeyId);
    return held !== undefined && isDue(write, held);
  });
  for (const { journeyId, map, seq, before, isRebuild = false } of due) {
    const { workspaceId, seq: heldSeq } = states.get(journeyId)!;
    const rows = projectRows(map, { workspaceId, journeyId });
    // Somebody else wrote meanwhile: our difference would be to rows that are no longer there.
    const base = !isRebuild && before?.seq === heldSeq ? before.rows : null;
    if (!base && heldSeq > 0) stale.push(journeyId);
    changes.set(journeyId, { changes: diffRows(base, rows), seq });
    written.set(journeyId, { seq, rows });
  }
  if (due.length === 0) return written;
  const steps = await findSteps(db, due, { states, written });
  if (stale.length > 0) await clearRows(db, stale);
  await writeChanges(db, [...changes.values()]);
  await writeRegistry(db, due);
  const assigned = assignedIn(steps);
  await notifyAssigned(db, assigned);
  await tellPeople(db, assigned);
  await rememberTaken(db, takenFrom(steps));
  await noteMapChanges(db, deedsIn(steps, changes));
  return written;
}
