import * as z from "zod";
import { ACTIVITY_KINDS, TOPICS } from "@/lib/activity/kinds";
import { id, moment, named } from "./fields";

export const activityTopic = z.enum(TOPICS);

const thing = z.object({
  id,
  kind: z.enum(["stage", "touchpoint", "lane", "card"]),
  /** What it is called now. */
  label: z.string(),
});

const activityItem = z.object({
  id,
  kind: z.enum(ACTIVITY_KINDS),
  /** When it was done, or done last. */
  at: moment,
  /** A member, somebody without an account, somebody who left, or several of whom nobody can say who it was. */
  who: z.enum(["member", "person", "former", "several"]),
  /** Null for those who left, and for several. */
  by: named.nullable(),
  /** Null for what is about the workspace. One in the bin cannot be opened. */
  journey: z.object({ id, title: z.string(), isInBin: z.boolean() }).nullable(),
  /** The things of the map that it was done to, the newest first; a hundred at most. */
  ids: z.array(id),
  /** There were more of them. */
  isMore: z.boolean(),
  /** The first few of them that are still there. */
  things: z.array(thing),
  threadId: id.nullable(),
  /** What a thread is about; the name of a file, a pulse or a link. */
  label: z.string(),
  /** The beginning of what was said, people by their names. */
  excerpt: z.string(),
});
export type ActivityItem = z.infer<typeof activityItem>;

/** A page of what people did, the newest first. */
export const activityList = z.object({
  items: z.array(activityItem),
  nextCursor: z.string().nullable(),
});
export type ActivityList = z.infer<typeof activityList>;
