import type { SeatLimits } from "@/lib/protocol/limits";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import type { Env } from "@/server/env";

const mebibyte = 1024 * 1024;

/** How the socket server behaves: what an operator sets, and times that only tests shorten. */
export interface SyncSettings {
  readonly updateBytes: number;
  /** Of one encoded document, from which on it does not grow. */
  readonly mapBytes: number;
  readonly firstSyncBytes: number;
  readonly framesPerSecond: number;
  readonly framesBurst: number;
  readonly bytesPerSecond: number;
  readonly socketsPerUser: number;
  readonly socketsPerMap: number;
  /** What one room holds that is not stored yet, before it asks its clients to come back later. */
  readonly queueBytes: number;
  /** Frames of one room that may wait before their senders are not read any further. */
  readonly queueFrames: number;
  readonly idleMs: number;
  readonly recheckMs: number;
  readonly degradedMs: number;
  readonly gapMs: number;
  readonly gapBytes: number;
  readonly projectionMs: number;
  readonly snapshotMs: number;
  readonly authenticationMs: number;
  /** At most; a few sockets need less spreading. */
  readonly closeSpreadMs: number;
}

type Limits = Pick<Env, Extract<keyof Env, `LIMIT_${string}`>>;

/** The behaviour that the settings of this process ask for. */
export const syncSettings = (
  env: Limits,
  tests: Partial<SyncSettings> = {},
): SyncSettings => ({
  updateBytes: env.LIMIT_UPDATE_BYTES,
  mapBytes: env.LIMIT_MAP_BYTES,
  firstSyncBytes: env.LIMIT_FIRST_SYNC_BYTES,
  framesPerSecond: env.LIMIT_FRAMES_PER_SECOND,
  framesBurst: env.LIMIT_FRAMES_BURST,
  bytesPerSecond: env.LIMIT_BYTES_PER_SECOND,
  socketsPerUser: env.LIMIT_SOCKETS_PER_USER,
  socketsPerMap: env.LIMIT_SOCKETS_PER_MAP,
  queueBytes: Math.max(4 * mebibyte, 2 * env.LIMIT_FIRST_SYNC_BYTES),
  queueFrames: 1_000,
  idleMs: 30_000,
  recheckMs: 60_000,
  degradedMs: 2_000,
  gapMs: 2_000,
  gapBytes: 64 * 1024,
  projectionMs: 500,
  snapshotMs: 5_000,
  authenticationMs: PROTOCOL_LIMITS.authenticationMs,
  closeSpreadMs: 5_000,
  ...tests,
});

/** What a client is told of it. */
export const seatLimits = (settings: SyncSettings): SeatLimits => ({
  updateBytes: settings.updateBytes,
  firstSyncBytes: settings.firstSyncBytes,
  framesPerSecond: settings.framesPerSecond,
  presenceBytes: PROTOCOL_LIMITS.presenceBytes,
});
