import type pg from "pg";
import { resolve } from "@/lib/journey/resolve";
import { inTransaction } from "@/server/db/in-transaction";
import type { DocumentLog } from "@/server/log/contract";
import { documentOf } from "@/server/log/document-of";
import { writeProjections } from "./write-projection";

export interface RebuildTools {
  readonly pool: pg.Pool;
  readonly log: DocumentLog;
}

/**
 * Writes all rows of a journey anew from its log.
 *
 * @returns the seq that they reflect; null where there is no such journey, or newer rows arrived meanwhile.
 */
export async function rebuildJourney(
  { pool, log }: RebuildTools,
  journeyId: string,
): Promise<number | null> {
  const stored = await log.load(journeyId);
  if (!stored) return null;
  const doc = documentOf(stored);
  const map = resolve(doc);
  doc.destroy();
  const write = {
    journeyId,
    map,
    seq: stored.headSeq,
    before: null,
    isRebuild: true,
  };
  const written = await inTransaction(
    (client) => writeProjections(client, [write]),
    "write",
    pool,
  );
  return written.get(journeyId)?.seq ?? null;
}

export interface RebuildReport {
  readonly rebuilt: number;
  readonly failed: readonly {
    readonly journeyId: string;
    readonly error: unknown;
  }[];
}

/** Writes the rows of every journey anew. One that cannot be read is reported and does not stop the others. */
export async function rebuildAll(tools: RebuildTools): Promise<RebuildReport> {
  const { rows } = await tools.pool.query<{ journey_id: string }>(
    `SELECT journey_id FROM document_head ORDER BY journey_id`,
  );
  const failed: { journeyId: string; error: unknown }[] = [];
  let rebuilt = 0;
  for (const { journey_id: journeyId } of rows) {
    try {
      if ((await rebuildJourney(tools, journeyId)) !== null) rebuilt++;
    } catch (error) {
      failed.push({ journeyId, error });
    }
  }
  return { rebuilt, failed };
}
