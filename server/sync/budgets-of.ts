import { Budget, Budgets } from "./budget";
import type { SyncSettings } from "./settings";

/** What a person may send at once, in seconds of what they may send for long. */
const burstSeconds = 5;
/** Each first difference counts against the byte rate; one alone must not exceed it. */
const firstSyncs = 1.5;

/** What one connection may send. */
export const seatBudget = (
  {
    framesPerSecond,
    framesBurst,
    bytesPerSecond,
    firstSyncBytes,
  }: SyncSettings,
  now: number,
): Budget =>
  new Budget(
    { frames: framesPerSecond, bytes: bytesPerSecond },
    { frames: framesBurst, bytes: firstSyncBytes * firstSyncs },
    now,
  );

/** What each person may send, over all of their connections to this process. */
export const userBudgets = (settings: SyncSettings): Budgets => {
  const { framesPerUser: frames, bytesPerUser: bytes } = settings;
  const burst = {
    frames: Math.max(frames * burstSeconds, settings.framesBurst),
    bytes: bytes * burstSeconds + settings.firstSyncBytes * firstSyncs,
  };
  return new Budgets((now) => new Budget({ frames, bytes }, burst, now));
};

/** What one map is sent by all together before its senders are read more slowly. */
export const mapBudget = (settings: SyncSettings, now: number): Budget => {
  const { framesPerMap: frames, bytesPerMap: bytes } = settings;
  const burst = {
    frames: frames * burstSeconds,
    bytes: bytes * burstSeconds,
  };
  return new Budget({ frames, bytes }, burst, now);
};
