import type pg from "pg";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { diffRows, projectRows } from "@/lib/journey/projection";
import type {
  ProjectionRows,
  ProjectionScope,
} from "@/lib/journey/projection-rows";
import { clearRows, writeChanges } from "./write-rows";

type Db = Pick<pg.ClientBase, "query">;

/** Rows as they were written, and the seq that they reflect. */
export interface Written {
  readonly seq: number;
  readonly rows: ProjectionRows;
}

export interface ProjectionWrite {
  readonly scope: ProjectionScope;
  readonly map: JourneyMap;
  readonly seq: number;
  /** What this process wrote last, if it did; then only the difference is written. */
  readonly before: Written | null;
  /** Writes everything anew, also where the rows say that they are up to date. */
  readonly isRebuild?: boolean;
}

/** The seq that the rows reflect. The lock makes writers of one journey queue. */
async function lockState(db: Db, journeyId: string): Promise<number> {
  await db.query(
    `INSERT INTO document_state (journey_id) VALUES ($1) ON CONFLICT DO NOTHING`,
    [journeyId],
  );
  const { rows } = await db.query<{ proj_seq: string }>(
    `SELECT proj_seq FROM document_state WHERE journey_id = $1 FOR NO KEY UPDATE`,
    [journeyId],
  );
  return Number(rows[0]?.proj_seq ?? 0);
}

async function writeRegistry(
  db: Db,
  { scope, map, seq }: ProjectionWrite,
): Promise<void> {
  const { title, state, outcome, locale, reviewEveryDays } = map.meta;
  await db.query(
    `UPDATE "Journey" SET title = $2, state = $3, outcome = $4, locale = $5, "reviewEveryDays" = $6,
       "editedAt" = coalesce(
         (SELECT at FROM document_update WHERE journey_id = $1 AND seq = $7), "editedAt")
     WHERE id = $1`,
    [
      scope.journeyId,
      title.replaceAll("\0", ""),
      state,
      outcome,
      locale,
      reviewEveryDays,
      seq,
    ],
  );
}

/**
 * Brings the rows of a journey, and what its registry row shows of the document, to a seq. Part of the
 * caller's transaction.
 *
 * @returns what was written, or null where the rows already reflect that seq or a newer one.
 */
export async function writeProjection(
  db: Db,
  write: ProjectionWrite,
): Promise<Written | null> {
  const { scope, map, seq, before, isRebuild = false } = write;
  const { journeyId } = scope;
  const held = await lockState(db, journeyId);
  if (held > seq || (held === seq && !isRebuild)) return null;
  const rows = projectRows(map, scope);
  // Somebody else wrote meanwhile: our difference would be to rows that are no longer there.
  const base = !isRebuild && before?.seq === held ? before.rows : null;
  if (!base) await clearRows(db, journeyId);
  await writeChanges(db, diffRows(base, rows), seq);
  await writeRegistry(db, write);
  await db.query(
    `UPDATE document_state SET proj_seq = $2 WHERE journey_id = $1`,
    [journeyId, seq],
  );
  return { seq, rows };
}
