import * as z from "zod";
import { id, moment, named } from "./fields";

/** What somebody says with a review. */
export const newReview = z.strictObject({
  note: z.string().trim().max(2_000).default(""),
});

const review = z.object({
  id,
  at: moment,
  /** Null where they are no member any more. */
  by: named.nullable(),
  note: z.string(),
  /** The version that was reviewed. */
  seq: z.number().int(),
});

/** How a map stands with its reviews. */
export const journeyReviews = z.object({
  /** Null where nobody asked for reviews. */
  reviewEveryDays: z.number().int().nullable(),
  dueAt: moment.nullable(),
  /** Who is reminded; null for whoever made the map. */
  keeper: named.nullable(),
  /** Who can be named as keeper. */
  members: z.array(named),
  /** The newest first, the latest ones only. */
  reviews: z.array(review),
  /** Whether anything on the map changed since the newest review; null where there is none. */
  isChanged: z.boolean().nullable(),
});
export type JourneyReviews = z.infer<typeof journeyReviews>;
