import { pool } from "@/server/db/pool";
import { env } from "@/server/env";
import { LogWorker, logWorkerScript } from "@/server/log/log-worker";
import { renewJourney } from "@/server/log/renew";
import { logger } from "@/server/logger";

const quietMs = 60 * 60_000;
/** What rests is packed; none of it unpacks to more than so many times as much. */
const mostPacked = 32;

export interface ShrunkMaps {
  readonly renewed: number;
  /** Maps that are large by what is on them. */
  readonly large: number;
}

/** Journeys whose newest snapshot may be a large one. */
async function largeJourneys(aboveBytes: number): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT s.journey_id AS id FROM document_state d
     JOIN document_snapshot s ON s.journey_id = d.journey_id AND s.seq = d.snapshot_seq
     WHERE octet_length(s.data) > $1 ORDER BY 1`,
    [Math.floor(aboveBytes / mostPacked)],
  );
  return rows.map(({ id }) => id);
}

/**
 * Writes maps anew that have grown by being changed again and again, in which nobody has written for an hour. Of
 * those that stay large it tells the log of the server.
 */
export async function shrinkMaps(
  now: Date,
  aboveBytes = env.LIMIT_MAP_WARNING_BYTES,
): Promise<ShrunkMaps> {
  const wish = { aboveBytes, quietSince: new Date(now.getTime() - quietMs) };
  const worker = new LogWorker(logWorkerScript());
  let [renewed, large] = [0, 0];
  try {
    for (const journeyId of await largeJourneys(aboveBytes)) {
      const done = await renewJourney(
        { pool: pool(), worker },
        journeyId,
        wish,
      );
      const { outcome, bytesBefore, bytesAfter } = done;
      if (outcome === "renewed") {
        renewed += 1;
        logger().info({ journeyId, bytesBefore, bytesAfter }, "map renewed");
      } else if (outcome === "same") {
        large += 1;
        logger().warn({ journeyId, bytes: bytesBefore }, "map is large");
      }
    }
    return { renewed, large };
  } finally {
    await worker.close();
  }
}
