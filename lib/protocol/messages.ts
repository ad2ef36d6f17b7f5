/** First number of a frame. 0 to 3 are y-websocket's own; 100 is ours and only sent to those who asked with `ext=1`. */
export const MESSAGE = {
  sync: 0,
  presence: 1,
  auth: 2,
  queryPresence: 3,
  extension: 100,
} as const;

/** Second number of a sync frame. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Second number of an auth frame; the only one there is. */
export const AUTH = { permissionDenied: 0 } as const;

/** Second number of an extension frame. */
export const EXTENSION = {
  ack: 0,
  state: 1,
  event: 2,
  hello: 3,
  reset: 4,
} as const;
