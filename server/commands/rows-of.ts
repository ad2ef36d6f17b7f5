import { pool } from "@/server/db/pool";
import { AppError } from "@/server/errors";
import { hurryRows } from "@/server/sync/door";
import { areRowsAt, awaitRows } from "./await-rows";
import { isJourneyHere } from "./is-journey-here";

const headSql = `SELECT head_seq FROM document_head WHERE journey_id = $1`;

/** Which change of which journey a list must reflect. */
export interface OwnWrite {
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly seq: number;
}

/**
 * Has the rows of a journey reflect a change before they are read: where they are behind, they are written out of the
 * document now, by the room that writes them anyway.
 *
 * @returns false where nothing was ever stored under that number. Of a journey that is not in this workspace nothing is
 *   said, and nothing done: its lists are empty.
 * @throws AppError `unavailable` where the rows cannot be written.
 */
export async function bringRows(asked: OwnWrite): Promise<boolean> {
  const { workspaceId, journeyId, seq } = asked;
  if (!(await isJourneyHere(workspaceId, journeyId))) return true;
  const seqs = new Map([[journeyId, seq]]);
  if (await areRowsAt(seqs)) return true;
  const { rows } = await pool().query<{ head_seq: string }>(headSql, [
    journeyId,
  ]);
  if (seq > Number(rows[0]?.head_seq ?? 0)) return false;
  await hurryRows(journeyId);
  if (!(await awaitRows(seqs))) throw new AppError("unavailable");
  return true;
}
