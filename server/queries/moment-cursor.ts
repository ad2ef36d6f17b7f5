/** Moment and id of the last row of a page; what comes after it is older. */
export type MomentPlace = readonly [at: string, id: string];

const placeText =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Text for the address line; the caller hands it back as it is. */
export const momentCursor = (at: Date, id: string): string =>
  `${at.toISOString()}_${id}`;

/** The place that a cursor names, or null where it is not one of ours. */
export function momentPlaceOf(cursor: string): MomentPlace | null {
  const [, at, id] = placeText.exec(cursor) ?? [];
  if (at === undefined || id === undefined) return null;
  const read = new Date(at);
  // A day that no calendar has is another one when it is read; the database knows no year 0.
  const isMoment = !Number.isNaN(read.getTime()) && read.toISOString() === at;
  return isMoment && at >= "0001" ? [at, id] : null;
}
