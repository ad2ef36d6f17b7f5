import * as z from "zod";
import { channelRef } from "./fields";

const channelMedium = z.enum(["online", "offline"]);

/** What a person writes about a channel of their own. */
export const channelFields = z.strictObject({
  name: z.string().trim().min(1).max(100),
  icon: z.string().regex(/^[a-z0-9-]{1,40}$/),
  medium: channelMedium,
});
export type ChannelFields = z.infer<typeof channelFields>;

export const channelListItem = channelRef.extend({
  medium: channelMedium,
  archived: z.boolean(),
  /** Touchpoints of active journeys that run over it. */
  touchpoints: z.number().int(),
  journeys: z.number().int(),
});
export type ChannelListItem = z.infer<typeof channelListItem>;

export const channelList = z.object({ channels: z.array(channelListItem) });
export type ChannelList = z.infer<typeof channelList>;
