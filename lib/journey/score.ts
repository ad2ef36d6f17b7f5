import type { Score } from "./journey-map";

/** The most effort that a score can say. */
export const MAX_EFFORT = 5;

/** What an opportunity is worth, 0 to 100: as much to customers as to the organisation. */
export function worthOf({ customerValue, businessValue }: Score): number {
  return Math.round((customerValue + businessValue) / 2);
}

/**
 * What is to be done first, 0 to 100: the worth, shared out over the effort and one more, so that something without
 * any effort counts for all of its worth and does not outweigh everything.
 *
 * @see R77. The formula is ours; that small things of the same worth come first is the weighted shortest job first.
 */
export function priorityOf(score: Score): number {
  const { customerValue, businessValue, effort } = score;
  return (customerValue + businessValue) / 2 / (effort + 1);
}
