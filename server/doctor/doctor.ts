import type pg from "pg";
import { AppError } from "@/server/errors";
import type { DocumentLog } from "@/server/log/contract";
import { rebuildJourney } from "@/server/projection/rebuild";
import { checkMap, type MapCheck } from "./check-map";
import { checkSettings } from "./check-settings";
import { wordsOf, type Finding } from "./finding";

export interface DoctorTools {
  readonly pool: pg.Pool;
  readonly log: DocumentLog;
}

export interface DoctorWish {
  /** Only this journey. */
  readonly journeyId?: string | undefined;
  /** Writes rows that differ anew from the log. */
  readonly repairsRows?: boolean | undefined;
  /** Hears of everything as it is found. */
  readonly onFinding: (finding: Finding) => void;
  /** Hears after every journey how many are done. */
  readonly onProgress: (done: number, of: number) => void;
}

export interface Diagnosis {
  readonly maps: number;
  readonly findings: number;
  /** Journeys whose rows were written anew. */
  readonly repaired: readonly string[];
  /** Journeys whose rows lack the newest changes: open, or not opened since the server was killed. */
  readonly behind: number;
}

const pageSize = 500;

async function* journeyIds(pool: pg.Pool): AsyncGenerator<string> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM "Journey" WHERE id > $1 ORDER BY id LIMIT ${pageSize}`,
      [after],
    );
    for (const { id } of rows) yield id;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function countJourneys(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Journey"`,
  );
  return rows[0]?.count ?? 0;
}

/** One that cannot be looked at does not keep the others from it. */
async function tryCheck(pool: pg.Pool, journeyId: string) {
  try {
    return await checkMap(pool, journeyId);
  } catch (error) {
    // Without Postgres there is nothing to say about any journey.
    await pool.query("SELECT 1");
    const words = `could not be checked: ${wordsOf(error)}`;
    return {
      findings: [{ code: "open", journeyId, words }],
      unprojected: 0,
    } satisfies MapCheck;
  }
}

/** @returns what is wrong after the rows were written anew; null where that failed or was not asked for. */
async function repair(
  { pool, log }: DoctorTools,
  journeyId: string,
): Promise<MapCheck | null> {
  try {
    await rebuildJourney({ pool, log }, journeyId);
  } catch {
    // It does not open: that has been found already.
    return null;
  }
  return tryCheck(pool, journeyId);
}

const hasWrongRows = ({ findings }: MapCheck) =>
  findings.some(({ code }) => code === "rows");

/**
 * Checks the database, one journey after the other, and says what is wrong with it. Reads only, unless it is
 * asked to write rows anew.
 *
 * @throws AppError `not_found` where the journey that was asked for is not there.
 */
export async function diagnose(
  tools: DoctorTools,
  { journeyId, repairsRows, onFinding, onProgress }: DoctorWish,
): Promise<Diagnosis> {
  const { pool } = tools;
  let [maps, findings, behind] = [0, 0, 0];
  const repaired: string[] = [];
  const note = (found: readonly Finding[]) => {
    findings += found.length;
    for (const finding of found) onFinding(finding);
  };
  note(await checkSettings(pool));
  const total = journeyId ? 1 : await countJourneys(pool);
  for await (const id of journeyId ? [journeyId] : journeyIds(pool)) {
    let check = await tryCheck(pool, id);
    if (!check && journeyId)
      throw new AppError("not_found", `There is no journey ${journeyId}.`);
    // Deleted since its id was read.
    if (!check) continue;
    if (repairsRows && hasWrongRows(check)) {
      const after = await repair(tools, id);
      if (after && !hasWrongRows(after)) repaired.push(id);
      check = after ?? check;
    }
    note(check.findings);
    if (check.unprojected > 0) behind++;
    onProgress(++maps, total);
  }
  return { maps, findings, repaired, behind };
}
