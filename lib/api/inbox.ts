import * as z from "zod";
import { id, moment, named } from "./fields";

const noticeKind = z.enum([
  "mention",
  "reply",
  "comment",
  "touchpoint",
  "task",
  "review",
]);

const inboxItem = z.object({
  id,
  kind: noticeKind,
  at: moment,
  isRead: z.boolean(),
  /** Who caused it; null where that is not known, or they are no member any more. */
  by: named.nullable(),
  journey: z.object({ id, title: z.string() }),
  /** What the thing is called, or was then. */
  label: z.string(),
  /** The thread that it is about. */
  threadId: id.nullable(),
  /** The touchpoint or card that became theirs; null as well where a map is due for its review. */
  entityId: id.nullable(),
  /** The beginning of what was said, people by their names. */
  excerpt: z.string(),
});
export type InboxItem = z.infer<typeof inboxItem>;

/** A page of what a member was told, the newest first. */
export const inboxList = z.object({
  items: z.array(inboxItem),
  nextCursor: z.string().nullable(),
});
export type InboxList = z.infer<typeof inboxList>;

export const inboxCount = z.object({ unread: z.number().int() });
export type InboxCount = z.infer<typeof inboxCount>;

export const inboxChange = z.strictObject({ isRead: z.boolean() });
/** Nothing newer than what its reader saw is read with it. */
export const inboxReadAll = z.strictObject({ upTo: moment });

const direct = z.enum(["now", "daily", "weekly", "none"]);
const others = z.enum(["daily", "weekly", "none"]);

/** Which mails somebody wants about a workspace. */
export const noticeWish = z.strictObject({ direct, others });

const noticeWishItem = z.object({
  workspaceId: id,
  workspace: z.string(),
  direct,
  others,
  /** By the link in a mail: none comes, whatever else is wished. */
  isStopped: z.boolean(),
});
export type NoticeWishItem = z.infer<typeof noticeWishItem>;
export const noticeWishList = z.object({ workspaces: z.array(noticeWishItem) });
