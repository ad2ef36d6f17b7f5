import type { CronItem } from "graphile-worker";
import type { TaskName } from "./tasks";

const hourMs = 60 * 60 * 1000;

/** When (UTC), and how long afterwards a server that was off still makes up for it. */
const times: readonly (readonly [TaskName, when: string, lateMs: number])[] = [
  // Together with the age at which bytes count as stray: gone within a day.
  ["sweep-files", "17 */6 * * *", 6 * hourMs],
  ["purge-bin", "37 2 * * *", 24 * hourMs],
  ["forget-old", "47 2 * * *", 24 * hourMs],
  ["pack-log", "57 2 * * *", 24 * hourMs],
  ["shrink-maps", "7 3 * * *", 24 * hourMs],
  ["remind-of-links", "7 * * * *", hourMs],
  ["remind-of-reviews", "17 6 * * *", 24 * hourMs],
  // Mondays, before people begin; read by the week, so that a day late is the same one.
  ["send-digests", "37 4 * * 1", 3 * 24 * hourMs],
  // After the morning that lib/conversation/wishes.ts counts from.
  ["gather-notices", "7 5 * * *", 12 * hourMs],
  ["requeue-mails", "27 * * * *", hourMs],
];

/** Everything that happens by itself, once for all processes together. */
export const schedule: CronItem[] = times.map(([task, match, lateMs]) => ({
  task,
  match,
  identifier: task,
  options: { backfillPeriod: lateMs, maxAttempts: 6, jobKey: task },
}));
