import { MAX_CARDS, MAX_DEPTH, MAX_STRING } from "@/lib/journey/limits";
import type { SeatLimits } from "@/lib/protocol/limits";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import type { Env } from "@/server/env";

const mebibyte = 1024 * 1024;

/** How the socket server behaves: what an operator sets, and times that only tests shorten. */
export interface SyncSettings {
  readonly updateBytes: number;
  /** Of one encoded document, from which on it does not grow. */
  readonly mapBytes: number;
  /** From which on it is said to be large. */
  readonly mapWarningBytes: number;
  readonly firstSyncBytes: number;
  readonly framesPerSecond: number;
  readonly framesBurst: number;
  readonly bytesPerSecond: number;
  /** Over all connections of one person to this process. */
  readonly framesPerUser: number;
  readonly bytesPerUser: number;
  /** Over all connections to one map; nobody is to blame for it, so their senders are read more slowly. */
  readonly framesPerMap: number;
  readonly bytesPerMap: number;
  /** Of one presence state. */
  readonly presenceBytes: number;
  readonly socketsPerUser: number;
  readonly socketsPerMap: number;
  /**
   * What one room holds that is not stored yet, before it asks its clients to come back later: twice what one of them
   * may bring from working offline, or whoever comes back while the database is away would be turned off for ever.
   */
  readonly queueBytes: number;
  /** What of one room may wait for its next turn before its senders are not read any further. */
  readonly queueFrames: number;
  readonly pauseBytes: number;
  /** What waits for a slow reader before it gets no more presence. */
  readonly presenceBufferBytes: number;
  /** What waits for it before it is told nothing more, until it has read that. */
  readonly behindBytes: number;
  /** What waits for it before it is cut. */
  readonly mostBufferedBytes: number;
  /** How long it may read nothing of what waits for it. */
  readonly stallMs: number;
  readonly heartbeatMs: number;
  /** A socket that did not even answer a ping for so long leads nowhere. */
  readonly silenceMs: number;
  /** Until then, in epoch milliseconds, anybody may bring anybody's work: a backup was restored that lacks it. */
  readonly takesBackUntil: number;
  /** How long a map stays in memory that nobody has open. */
  readonly idleMs: number;
  /** Of all maps in memory, estimated: beyond it those that nobody has open go at once, the longest idle first. */
  readonly memoryBytes: number;
  /** Each costs a snapshot, a version and rows; when a whole workshop goes home, others must not feel it. */
  readonly putAwaysPerSecond: number;
  /** How often everybody's rights are looked up, whether a change of them was heard of or not. */
  readonly recheckMs: number;
  /** Whose rights could not be looked up for so long is not listened to. */
  readonly unjudgedMs: number;
  readonly degradedMs: number;
  readonly gapMs: number;
  readonly gapBytes: number;
  readonly projectionMs: number;
  readonly snapshotMs: number;
  readonly authenticationMs: number;
  /** How often a process asks where the logs of its open maps are; bounds what no message told it. */
  readonly headsMs: number;
  /** What another node stored, that node writes into rows; after this we do. */
  readonly othersMs: number;
  /** How often other nodes hear who is here, and after how much silence those of a node are gone. */
  readonly presenceBeatMs: number;
  readonly presenceGoneMs: number;
  /** At most; a few sockets need less spreading. */
  readonly closeSpreadMs: number;
}

type Limits = Pick<
  Env,
  Extract<keyof Env, `LIMIT_${string}`> | "TAKE_BACK_UNTIL"
>;

/** The behaviour that the settings of this process ask for. */
export const syncSettings = (
  env: Limits,
  tests: Partial<SyncSettings> = {},
): SyncSettings => ({
  updateBytes: env.LIMIT_UPDATE_BYTES,
  mapBytes: env.LIMIT_MAP_BYTES,
  mapWarningBytes: env.LIMIT_MAP_WARNING_BYTES,
  firstSyncBytes: env.LIMIT_FIRST_SYNC_BYTES,
  framesPerSecond: env.LIMIT_FRAMES_PER_SECOND,
  framesBurst: env.LIMIT_FRAMES_BURST,
  bytesPerSecond: env.LIMIT_BYTES_PER_SECOND,
  framesPerUser: env.LIMIT_FRAMES_PER_USER,
  bytesPerUser: env.LIMIT_BYTES_PER_USER,
  framesPerMap: env.LIMIT_FRAMES_PER_MAP,
  bytesPerMap: env.LIMIT_BYTES_PER_MAP,
  presenceBytes: env.LIMIT_PRESENCE_BYTES,
  socketsPerUser: env.LIMIT_SOCKETS_PER_USER,
  socketsPerMap: env.LIMIT_SOCKETS_PER_MAP,
  queueBytes: Math.max(4 * mebibyte, 2 * env.LIMIT_FIRST_SYNC_BYTES),
  queueFrames: 1_000,
  pauseBytes: 4 * mebibyte,
  presenceBufferBytes: mebibyte / 4,
  behindBytes: mebibyte,
  mostBufferedBytes: 8 * mebibyte,
  stallMs: 25_000,
  heartbeatMs: PROTOCOL_LIMITS.heartbeatMs,
  silenceMs: 20_000,
  takesBackUntil: env.TAKE_BACK_UNTIL?.getTime() ?? 0,
  idleMs: 30_000,
  memoryBytes: env.LIMIT_MEMORY_BYTES,
  putAwaysPerSecond: 5,
  // With the beat in which it is done, never later than after a minute.
  recheckMs: 45_000,
  unjudgedMs: 5 * 60_000,
  degradedMs: 2_000,
  gapMs: 2_000,
  gapBytes: 64 * 1024,
  projectionMs: 500,
  snapshotMs: 5_000,
  authenticationMs: PROTOCOL_LIMITS.authenticationMs,
  headsMs: 5_000,
  othersMs: 5_000,
  presenceBeatMs: 10_000,
  presenceGoneMs: 30_000,
  closeSpreadMs: 5_000,
  ...tests,
});

/** What a client is told of it. */
export const seatLimits = (settings: SyncSettings): SeatLimits => ({
  updateBytes: settings.updateBytes,
  firstSyncBytes: settings.firstSyncBytes,
  mapBytes: settings.mapBytes,
  mapWarningBytes: settings.mapWarningBytes,
  cards: MAX_CARDS,
  depth: MAX_DEPTH,
  stringLength: MAX_STRING,
  socketsPerMap: settings.socketsPerMap,
  socketsPerUser: settings.socketsPerUser,
  framesPerSecond: settings.framesPerSecond,
  framesBurst: settings.framesBurst,
  bytesPerSecond: settings.bytesPerSecond,
  framesPerUser: settings.framesPerUser,
  bytesPerUser: settings.bytesPerUser,
  framesPerMap: settings.framesPerMap,
  bytesPerMap: settings.bytesPerMap,
  presenceBytes: settings.presenceBytes,
  presencePerSecond: PROTOCOL_LIMITS.presencePerSecond,
});
