import * as z from "zod";
import { id, moment, named } from "./fields";

/** What a conversation can be about. */
export const anchorKind = z.enum(["map", "stage", "touchpoint", "card"]);
export type AnchorKind = z.infer<typeof anchorKind>;

/** What a thread is about: the map itself, or one thing on it. */
export const anchorRef = z
  .strictObject({ kind: anchorKind, id: id.nullable().default(null) })
  .refine(({ kind, id: on }) => (kind === "map") === (on === null), {
    path: ["id"],
  });
export type AnchorRef = z.output<typeof anchorRef>;

const mostLetters = 4_000;

/** Plain text; a member is named as <@their id>. */
const body = z.string().trim().min(1).max(mostLetters);

export const newThread = z.strictObject({ anchor: anchorRef, body });
export type NewThread = z.output<typeof newThread>;

export const newComment = z.strictObject({ body });
export const threadChange = z.strictObject({ isResolved: z.boolean() });
/** The newest word that its reader saw; what is said after it stays unread. */
export const threadSeen = z.strictObject({ upTo: moment });
export const muteWish = z.strictObject({ isMuted: z.boolean() });

const comment = z.object({
  id,
  /** Null where they are no member any more. */
  author: named.nullable(),
  /** Empty once it is deleted. */
  body: z.string(),
  /** Who is named in it and still is a member. */
  mentions: z.array(named),
  at: moment,
  editedAt: moment.nullable(),
  isDeleted: z.boolean(),
  mayEdit: z.boolean(),
  mayDelete: z.boolean(),
});
export type CommentItem = z.infer<typeof comment>;

const thread = z.object({
  id,
  journeyId: id,
  anchor: z.object({
    kind: anchorKind,
    id: id.nullable(),
    /** What it is called, or was when somebody last wrote about it. */
    label: z.string(),
    /** It is not on the map any more. */
    isRemoved: z.boolean(),
  }),
  resolvedAt: moment.nullable(),
  resolvedBy: named.nullable(),
  mayResolve: z.boolean(),
  /** Whether somebody wrote since this reader looked. */
  isUnread: z.boolean(),
  /** How many comments follow the first. */
  replies: z.number().int(),
  /** When the newest comment was written. */
  saidAt: moment,
  opening: comment,
});
export type ThreadItem = z.infer<typeof thread>;

/** A thread with all that was said in it. */
export const threadDetail = thread.extend({ comments: z.array(comment) });
export type ThreadDetail = z.infer<typeof threadDetail>;

/** A page of the threads of a journey, the newest word first. */
export const threadList = z.object({
  threads: z.array(thread),
  nextCursor: z.string().nullable(),
});
export type ThreadList = z.infer<typeof threadList>;

export const threadState = z.enum(["open", "resolved", "all"]);
export type ThreadState = z.infer<typeof threadState>;

/** How many conversations there are about what, for the marks on a map. */
export const conversation = z.object({
  isMuted: z.boolean(),
  counts: z.array(
    z.object({
      kind: anchorKind,
      id: id.nullable(),
      open: z.number().int(),
      unread: z.number().int(),
    }),
  ),
});
export type Conversation = z.infer<typeof conversation>;
