import * as z from "zod";
import { id, moment } from "./fields";

/** How a journey stands, from what its map and its tasks say. */
const journeyAttention = z.object({
  id,
  title: z.string(),
  locale: z.string(),
  /** 0 to 100; only sorts. */
  score: z.number(),
  /** What speaks for looking at it, what weighs most first. */
  reasons: z.array(
    z.enum([
      "unhappy",
      "lost",
      "withoutOwner",
      "undecidedPains",
      "overdueTasks",
      "reviewOverdue",
      "assumed",
      "stale",
    ]),
  ),
  touchpoints: z.number().int(),
  withoutOwner: z.number().int(),
  /** Touchpoints at which some persona is unhappy. */
  unhappy: z.number().int(),
  veryUnhappy: z.number().int(),
  /** Of the unhappy ones, those at which evidence says so and not the team alone. */
  unhappyProven: z.number().int(),
  /** Of all who begin, how many are lost on the way, 0 to 1; null where no touchpoint says. */
  lost: z.number().nullable(),
  /** Whether that was counted, or the team says so, or both; null where `lost` is. */
  lostBasis: z.enum(["counted", "said", "both"]).nullable(),
  undecidedPains: z.number().int(),
  overdueTasks: z.number().int(),
  /** Touchpoints at which what is felt is only assumed. */
  assumed: z.number().int(),
  /** Those at which no evidence of what is felt is younger than the workspace wishes. */
  stale: z.number().int(),
  reviewDueAt: moment.nullable(),
});
export type JourneyAttention = z.infer<typeof journeyAttention>;

/** Active journeys, the one that needs somebody most first. */
export const attentionList = z.object({ journeys: z.array(journeyAttention) });
