import * as z from "zod";
import { channelRef, emotionValue, id, ownerRef, personaRef } from "./fields";

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
  emotions: z.array(z.object({ persona: personaRef, value: emotionValue })),
});
export type TouchpointListItem = z.infer<typeof touchpointListItem>;

export const touchpointList = z.object({
  touchpoints: z.array(touchpointListItem),
  /** All that match, not only those of this page. */
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});
export type TouchpointList = z.infer<typeof touchpointList>;
