import { pool } from "@/server/db/pool";
import { env } from "@/server/env";
import { LogWorker, logWorkerScript } from "@/server/log/log-worker";
import { PostgresLog } from "@/server/log/postgres";
import { dueJourneys } from "@/server/log/segments/due";
import type { PackWish } from "@/server/log/segments/plan";
import { logger } from "@/server/logger";

const dayMs = 24 * 60 * 60 * 1000;
const leastRows = 200;
/** In one transaction; a longer log is packed in several, one after the other. */
const mostRows = 50_000;

export interface PackedLogs {
  readonly journeys: number;
  readonly changes: number;
  /** Journeys whose log was left as it is, for a reason that the log of the server tells. */
  readonly unproved: number;
}

async function packAll(log: PostgresLog, wish: PackWish): Promise<PackedLogs> {
  let [journeys, changes, unproved] = [0, 0, 0];
  for await (const journeyId of dueJourneys(pool(), wish)) {
    let outcome: string;
    let packed = 0;
    do {
      const result = await log.pack(journeyId, wish);
      packed += result.changes;
      ({ outcome } = result);
    } while (outcome === "packed");
    if (outcome === "unproved") unproved += 1;
    if (packed > 0) journeys += 1;
    changes += packed;
  }
  return { journeys, changes, unproved };
}

/**
 * Moves changes that are older than they are to be kept one by one into packed segments, journey by journey.
 * Killed in between it goes on where it was. Does nothing unless LOG_RETENTION_DAYS is set.
 */
export async function packLog(now: Date): Promise<PackedLogs> {
  const days = env.LOG_RETENTION_DAYS;
  if (days === undefined) return { journeys: 0, changes: 0, unproved: 0 };
  const report = (error: unknown) =>
    logger().error({ err: error }, "log not packed");
  const log = new PostgresLog(pool(), report, new LogWorker(logWorkerScript()));
  const before = new Date(now.getTime() - days * dayMs);
  try {
    return await packAll(log, { before, leastRows, mostRows });
  } finally {
    await log.close();
  }
}
