/** Who is asked: those who serve customers, or customers themselves. */
export const AUDIENCES = ["colleagues", "customers"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The faces from the angriest to the happiest, as they are counted. */
export const FACES = [1, 2, 3, 4, 5] as const;
export type Face = (typeof FACES)[number];

/** Of fewer answers there is no score in any pulse: it could be traced to those who gave them. */
export const LEAST_ANSWERS = 5;

/** More than that nobody answers one after another. */
export const MOST_TOUCHPOINTS = 10;

/** How long a comment may be, in characters. */
export const MOST_COMMENT = 1_000;

/** How many other sites may show a pulse in a frame. */
export const MOST_ORIGINS = 10;

/** A scheme, a host and perhaps a port: it goes into a header as it is. */
export const ORIGIN =
  /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;
