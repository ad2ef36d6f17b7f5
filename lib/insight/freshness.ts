/** What is known of the reviews of a journey. */
export interface Reviewed {
  /** Null where nobody asked for reviews. */
  readonly reviewEveryDays: number | null;
  /** When someone last said that the map is true; null where nobody has. */
  readonly reviewedAt: string | null;
  readonly createdAt: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * When a map is due for its next review: so many days after the last one, or after it was made. Null where nobody
 * asked for reviews.
 */
export function reviewDueAt({
  reviewEveryDays,
  reviewedAt,
  createdAt,
}: Reviewed): Date | null {
  if (reviewEveryDays === null) return null;
  const last = Date.parse(reviewedAt ?? createdAt);
  return new Date(last + reviewEveryDays * dayMs);
}

/** How a map stands with its reviews: nobody asked for any, all is well, or it is time. */
export type Freshness = "unasked" | "fresh" | "due";

/** How a map stands with its reviews at a moment. */
export function freshnessOf(reviewed: Reviewed, now: Date): Freshness {
  const due = reviewDueAt(reviewed);
  if (due === null) return "unasked";
  return due <= now ? "due" : "fresh";
}

/** A review that was due is spoken of again after so long. */
const remindEveryDays = 30;

/**
 * Which reminder of a review is to be out by now: 0 on the day that it is due, 1 thirty days later and so on; null
 * before.
 */
export function reminderAt(due: Date, now: Date): number | null {
  const late = now.getTime() - due.getTime();
  return late < 0 ? null : Math.floor(late / (remindEveryDays * dayMs));
}

/** From when on a reminder is to be out. */
export const reminderDueAt = (due: Date, nth: number): Date =>
  new Date(due.getTime() + nth * remindEveryDays * dayMs);
