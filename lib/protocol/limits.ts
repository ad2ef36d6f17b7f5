const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Of the protocol itself: not settings, because both ends rely on them. */
export const PROTOCOL_LIMITS = {
  /** More frequent ones are coalesced, so that a client need not send them. */
  presencePerSecond: 20,
  /** In one presence frame. A stock client repeats what it was told about everybody else. */
  presenceIds: 512,
  /** Client sections in one update. A first difference may have more: it brings back several sessions. */
  updateClients: 32,
  /** Of one frame as `ws` sees it; above every limit of ours, so that honest clients get our code. */
  frameBytes: 16 * mebibyte,
  /** A stock client leaves after 30 s without a data frame. */
  heartbeatMs: 12_000,
  /** What waits before the server knows who is asking. */
  earlyBytes: 64 * kibibyte,
  earlyFrames: 16,
  authenticationMs: 5_000,
} as const;

/** Every limit that a client may meet: the server tells them in its hello. */
export const SEAT_LIMITS = [
  "updateBytes",
  "firstSyncBytes",
  "mapBytes",
  "mapWarningBytes",
  "cards",
  "depth",
  "stringLength",
  "socketsPerMap",
  "socketsPerUser",
  "framesPerSecond",
  "framesBurst",
  "bytesPerSecond",
  "framesPerUser",
  "bytesPerUser",
  "framesPerMap",
  "bytesPerMap",
  "presenceBytes",
  "presencePerSecond",
] as const;

export type SeatLimits = Readonly<Record<(typeof SEAT_LIMITS)[number], number>>;
