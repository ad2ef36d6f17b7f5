import * as z from "zod";
import { id, named } from "./fields";

/** What a workspace holds under some words: a few of each kind, the likeliest first. */
export const searchHits = z.object({
  journeys: z.array(z.object({ id, title: z.string() })),
  touchpoints: z.array(
    z.object({
      id,
      title: z.string(),
      journey: z.object({ id, title: z.string() }),
    }),
  ),
  stakeholders: z.array(named),
});
export type SearchHits = z.infer<typeof searchHits>;
