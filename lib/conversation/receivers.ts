import type { NoticeKind } from "./wishes";

/** Whom a comment could concern: ids of members. */
export interface Concerned {
  readonly authorId: string | null;
  /** Those who are named in it and were not named in it before. */
  readonly mentioned: readonly string[];
  /** Those who wrote in the thread, or were named in it. */
  readonly participants: readonly string[];
  /** Those who answer for what the thread is about. */
  readonly responsible: readonly string[];
}

/** Somebody who is told, and as what. */
export interface Receiver {
  readonly userId: string;
  readonly kind: Extract<NoticeKind, "mention" | "reply" | "comment">;
}

/**
 * Who is told of a new comment: nobody twice, and nobody of what they said themselves. Being named comes before
 * taking part, and that before being responsible.
 */
export function receiversOf(concerned: Concerned): Receiver[] {
  const { authorId, mentioned, participants, responsible } = concerned;
  const told = new Map<string, Receiver["kind"]>();
  const tell = (ids: readonly string[], kind: Receiver["kind"]) => {
    for (const id of ids)
      if (id !== authorId && !told.has(id)) told.set(id, kind);
  };
  tell(mentioned, "mention");
  tell(participants, "reply");
  tell(responsible, "comment");
  return [...told].map(([userId, kind]) => ({ userId, kind }));
}
