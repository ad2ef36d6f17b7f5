import * as z from "zod";
import { id, moment } from "./fields";

const count = z.number().int();
const share = z.object({
  n: count,
  /** 0 to 1. */
  share: z.number(),
});
const period = z.object({ from: z.string(), to: z.string() });

/** What cases of an event log do at one touchpoint. */
const touchpointFlow = z.object({
  touchpointId: id,
  reach: share,
  visits: count,
  /** In milliseconds since the visit before; nine of ten wait no longer than `long`. */
  wait: z.object({ n: count, median: z.number(), long: z.number() }).nullable(),
  /** Of the cases that come by, those that end here. */
  ends: share,
  next: z.object({ touchpointId: id, share }).nullable(),
});

export const logFlow = z.object({
  /** Those that come by a touchpoint of the map, and those that come by none. */
  cases: count,
  outside: count,
  period: period.nullable(),
  touchpoints: z.array(touchpointFlow),
});
export type LogFlow = z.infer<typeof logFlow>;

/** How cases go through the touchpoints of a map, by the newest event log; null where there is none. */
export const journeyFlow = z.object({
  flow: logFlow
    .extend({ importId: id, source: z.string(), at: moment })
    .nullable(),
});
export type JourneyFlow = z.infer<typeof journeyFlow>;
