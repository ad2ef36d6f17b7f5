import type pg from "pg";
import type { FindingCode } from "./finding";

export type Db = Pick<pg.ClientBase, "query">;

/** One journey as a transaction sees it that sees one moment, and where to say what is wrong with it. */
export interface MapUnderCheck {
  readonly db: Db;
  readonly journeyId: string;
  readonly workspaceId: string;
  readonly headSeq: number;
  /** What the rows of the journey reflect. */
  readonly projSeq: number;
  report(code: FindingCode, words: string): void;
}

interface HeadRow {
  workspaceId: string;
  head_seq: string | null;
  proj_seq: string | null;
}

type Report = MapUnderCheck["report"];

/** Looks a journey up; null where there is none, or nothing of it to look at. */
export async function findMap(
  db: Db,
  journeyId: string,
  report: Report,
): Promise<MapUnderCheck | null> {
  const { rows } = await db.query<HeadRow>(
    `SELECT j."workspaceId", h.head_seq, s.proj_seq FROM "Journey" j
     LEFT JOIN document_head h ON h.journey_id = j.id
     LEFT JOIN document_state s ON s.journey_id = j.id WHERE j.id = $1`,
    [journeyId],
  );
  const row = rows[0];
  if (!row) return null;
  if (row.head_seq === null) {
    report("no_log", "has no log: there is nothing to open");
    return null;
  }
  return {
    db,
    journeyId,
    report,
    workspaceId: row.workspaceId,
    headSeq: Number(row.head_seq),
    projSeq: Number(row.proj_seq ?? 0),
  };
}
