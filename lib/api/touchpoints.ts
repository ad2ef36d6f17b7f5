import * as z from "zod";
import { channelRef, emotionValue, id, ownerRef, personaRef } from "./fields";

/** On the scale of emotions, from -2 to 2, decimals kept. */
const felt = z.number();

/** What evidence says of a feeling. */
const feltEvidence = z.object({
  kind: z.enum(["hard", "soft"]),
  mean: felt,
  /** On how many people or cases it rests. */
  n: z.number().int(),
  pieces: z.number().int(),
  /** How many of them are answers to a pulse. */
  answers: z.number().int(),
  interval: z.object({ low: felt, high: felt }).nullable(),
  /** The day of the newest piece. */
  newest: z.string(),
  isStale: z.boolean(),
});

/** One touchpoint in the table across journeys. */
export const touchpointListItem = z.object({
  id,
  title: z.string(),
  journey: z.object({ id, title: z.string() }),
  stage: z.object({ id, title: z.string(), colour: z.string().nullable() }),
  message: z.string(),
  messageStatus: z.enum(["to-do", "differs", "matches"]).nullable(),
  medium: z.enum(["online", "offline", "both"]).nullable(),
  momentKind: z.string().nullable(),
  dropOffShare: z.number().nullable(),
  /** Whether the journey breaks off here. */
  breaksOff: z.boolean(),
  checklist: z.object({ done: z.number().int(), size: z.number().int() }),
  attachments: z.number().int(),
  channels: z.array(channelRef),
  /** Responsible ones first. */
  owners: z.array(ownerRef),
  /** Of the personas of whom anything is known; the curve shows what evidence says, and without it the value. */
  emotions: z.array(
    z.object({
      persona: personaRef,
      /** What the team says. */
      value: emotionValue.nullable(),
      /** Null where the value is only assumed. */
      evidence: feltEvidence.nullable(),
    }),
  ),
});
export type TouchpointListItem = z.infer<typeof touchpointListItem>;

export const touchpointList = z.object({
  touchpoints: z.array(touchpointListItem),
  /** All that match, not only those of this page. */
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});
export type TouchpointList = z.infer<typeof touchpointList>;
