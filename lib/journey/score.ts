import type { Score } from "./journey-map";

/** The most effort that a score can say. */
export const MAX_EFFORT = 5;

/** What an opportunity is worth, 0 to 100: as much to customers as to the organisation. */
export function worthOf({ customerValue, businessValue }: Score): number {
  return Math.round((customerValue + businessValue) / 2);
}
