import type pg from "pg";
import { inTransaction } from "@/server/db/in-transaction";
import { checkDocument } from "./check-document";
import { checkLog } from "./check-log";
import { checkRows } from "./check-rows";
import { checkSegments } from "./check-segments";
import { checkVersions } from "./check-versions";
import type { Finding } from "./finding";
import { findMap } from "./map-under-check";

/** What was found of one journey. */
export interface MapCheck {
  readonly findings: readonly Finding[];
  /** Changes that its rows do not have yet: a map that is open, or was when the server was killed. */
  readonly unprojected: number;
}

/**
 * Checks one journey, reading only, in one transaction that sees one moment; null where there is none.
 *
 * @throws whatever kept it from being read at all.
 */
export function checkMap(
  pool: pg.Pool,
  journeyId: string,
): Promise<MapCheck | null> {
  const findings: Finding[] = [];
  const work = async (db: pg.PoolClient): Promise<MapCheck | null> => {
    const map = await findMap(db, journeyId, (code, words) => {
      findings.push({ code, journeyId, words });
    });
    if (!map) return findings.length > 0 ? { findings, unprojected: 0 } : null;
    await checkLog(map, await checkSegments(map));
    const projected = await checkDocument(map);
    if (map.projSeq > map.headSeq)
      map.report(
        "rows",
        `the rows reflect change ${map.projSeq}, which is not there`,
      );
    else if (projected && map.projSeq > 0) await checkRows(map, projected);
    await checkVersions(map);
    return {
      findings,
      unprojected: Math.max(0, map.headSeq - map.projSeq),
    };
  };
  return inTransaction(work, "read", pool);
}
