import { createHash } from "node:crypto";
import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import { anchorKind, type NewThread } from "@/lib/api/comments";
import { mentionsIn, MOST_MENTIONS } from "@/lib/conversation/words";
import { forgetActivity, noteActivity } from "@/server/activity/note";
import type { Caller } from "@/server/audit";
import {
  isMissingReference,
  isUniqueViolation,
  prisma,
  type Transaction,
} from "@/server/db/prisma";
import { refused, type Outcome, type Refused } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";
import { isJourneyHere } from "./is-journey-here";
import { notifyOfComment } from "./notify-of-comment";
import { anchorLabelNow, findAnchorLabel } from "./thread-anchor";

/** More belongs into several threads; all of one are read together. */
const mostComments = 500;
/** Those who write in one thread at once wait for each other: on a busy machine longer than a transaction usually may. */
const patience = { maxWait: 10_000, timeout: 20_000 } as const;

type Refusal =
  | Refused<"forbidden" | "not_found" | "thread_full" | "idempotency_mismatch">
  | (Refused<"invalid"> & { readonly path: string });
export type Said = { readonly ok: true; readonly threadId: string } | Refusal;

const invalidBody = { ...refused("invalid"), path: "body" };

const printOf = (...parts: readonly (string | null)[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");

interface Keyed {
  readonly actor: InsideActor;
  readonly idemKey: string | null;
  readonly idemPrint: string;
}

/** What was said under this key before; null where nothing was. */
async function saidBefore({
  actor,
  idemKey,
  idemPrint,
}: Keyed): Promise<Said | null> {
  if (idemKey === null) return null;
  const { workspaceId, userId: authorId } = actor;
  const found = await prisma().comment.findFirst({
    where: { workspaceId, authorId, idemKey },
    select: { threadId: true, idemPrint: true },
  });
  if (!found) return null;
  return found.idemPrint === idemPrint
    ? { ok: true, threadId: found.threadId }
    : refused("idempotency_mismatch");
}

/** Does it once under its key, whoever is faster of two that send the same. */
async function once(keyed: Keyed, say: () => Promise<Said>): Promise<Said> {
  const before = await saidBefore(keyed);
  if (before) return before;
  try {
    return await say();
  } catch (error) {
    const isTaken = isUniqueViolation(error);
    const meanwhile = isTaken ? await saidBefore(keyed) : null;
    if (meanwhile) return meanwhile;
    if (isMissingReference(error)) return invalidBody;
    throw error;
  }
}

/** Of words that name somebody who was removed while they were stored, as of those that named them afterwards. */
async function orInvalid(
  change: (tx: Transaction) => Promise<Said>,
): Promise<Said> {
  try {
    return await prisma().$transaction(change);
  } catch (error) {
    if (isMissingReference(error)) return invalidBody;
    throw error;
  }
}

/** Those who are named, if all of them are members and they are not too many. */
async function mentionedIn(
  workspaceId: string,
  body: string,
): Promise<string[] | null> {
  const ids = mentionsIn(body);
  if (ids.length > MOST_MENTIONS) return null;
  if (ids.length === 0) return ids;
  const members = await prisma().membership.count({
    where: { workspaceId, userId: { in: ids } },
  });
  return members === ids.length ? ids : null;
}

interface Words {
  readonly body: string;
  readonly mentioned: readonly string[];
}

interface ThreadRow {
  readonly id: string;
  readonly journeyId: string;
  readonly anchorKind: string;
  readonly anchorId: string | null;
  readonly anchorLabel: string;
}

/** Stores what was said and tells those whom it concerns. */
async function say(
  { actor, idemKey, idemPrint }: Keyed,
  { thread, body, mentioned }: Words & { readonly thread: ThreadRow },
  tx: Transaction,
): Promise<void> {
  const { workspaceId, userId } = actor;
  const { id: threadId, journeyId, anchorKind: kind, anchorId } = thread;
  // By the clock that the other comments of the thread were written by, whose lock is held: none is older than the last.
  const at = new Date();
  const { id: commentId } = await tx.comment.create({
    data: {
      workspaceId,
      threadId,
      authorId: userId,
      body,
      ...(idemKey !== null && { idemKey, idemPrint }),
      createdAt: at,
    },
    select: { id: true },
  });
  if (mentioned.length > 0)
    await tx.mention.createMany({
      data: mentioned.map((id) => ({ workspaceId, commentId, userId: id })),
    });
  await tx.commentThread.update({
    where: { id: threadId, workspaceId },
    data: { saidAt: at, anchorLabel: thread.anchorLabel },
  });
  await tx.threadRead.upsert({
    where: { threadId_userId: { threadId, userId } },
    create: { workspaceId, threadId, userId, readAt: at },
    update: { readAt: at },
  });
  const about = { anchorKind: kind, anchorId, label: thread.anchorLabel };
  const stored = { workspaceId, journeyId, threadId, commentId, ...about };
  await notifyOfComment(
    { ...stored, authorId: userId, mentioned, isEdit: false },
    tx,
  );
  const deed = { actor, workspaceId, journeyId, threadId, at };
  const said = { kind: "comment-written", subjectId: commentId } as const;
  await noteActivity({ ...deed, ...said }, tx);
}

/** Begins to talk about a map or a thing on it. */
export async function startThread(
  { actor }: Caller<InsideActor>,
  asked: NewThread & { journeyId: string; idemKey: string | null },
): Promise<Said> {
  if (!can(actor, "comment:create")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  const { journeyId, anchor, body, idemKey } = asked;
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  const idemPrint = printOf(journeyId, anchor.kind, anchor.id, body);
  const keyed = { actor, idemKey, idemPrint };
  const said = await once(keyed, async () => {
    const label = await findAnchorLabel({ workspaceId, journeyId }, anchor);
    if (label === null) return refused("not_found");
    const mentioned = await mentionedIn(workspaceId, body);
    if (!mentioned) return invalidBody;
    const head = await prisma().documentHead.findUnique({
      where: { journeyId },
      select: { headSeq: true },
    });
    return prisma().$transaction(async (tx) => {
      const thread = await tx.commentThread.create({
        data: {
          workspaceId,
          journeyId,
          anchorKind: anchor.kind,
          anchorId: anchor.id,
          anchorLabel: label,
          anchorSeq: head?.headSeq ?? 0,
          createdById: userId,
        },
      });
      await say(keyed, { thread, body, mentioned }, tx);
      return { ok: true, threadId: thread.id };
    });
  });
  if (said.ok) tellRowsChanged(workspaceId, "comment", journeyId);
  return said;
}

/** A thread of a map that is not in the bin. */
async function findHere(workspaceId: string, threadId: string) {
  return prisma().commentThread.findFirst({
    where: { workspaceId, id: threadId, journey: { deletedAt: null } },
  });
}

const lockThread = (
  { workspaceId, threadId }: { workspaceId: string; threadId: string },
  tx: Transaction,
) => tx.$queryRaw<unknown[]>`
  SELECT 1 FROM "CommentThread" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${threadId}::uuid FOR UPDATE`;

/** Says something in a thread. */
export async function replyToThread(
  { actor }: Caller<InsideActor>,
  asked: { threadId: string; body: string; idemKey: string | null },
): Promise<Said> {
  if (!can(actor, "comment:create")) return refused("forbidden");
  const { workspaceId } = actor;
  const { threadId, body, idemKey } = asked;
  const found = await findHere(workspaceId, threadId);
  if (!found) return refused("not_found");
  const { journeyId } = found;
  const keyed = { actor, idemKey, idemPrint: printOf(threadId, body) };
  const said = await once(keyed, async () => {
    const mentioned = await mentionedIn(workspaceId, body);
    if (!mentioned) return invalidBody;
    const kind = anchorKind.parse(found.anchorKind);
    const anchor = { kind, id: found.anchorId };
    const label = await anchorLabelNow({ workspaceId, journeyId }, anchor);
    const thread = { ...found, anchorLabel: label ?? found.anchorLabel };
    return prisma().$transaction(async (tx): Promise<Said> => {
      const held = await lockThread({ workspaceId, threadId }, tx);
      if (held.length === 0) return refused("not_found");
      const where = { workspaceId, threadId };
      if ((await tx.comment.count({ where })) >= mostComments)
        return refused("thread_full");
      await say(keyed, { thread, body, mentioned }, tx);
      return { ok: true, threadId };
    }, patience);
  });
  if (said.ok) tellRowsChanged(workspaceId, "comment", journeyId);
  return said;
}

/** Changes the words of one's own comment; whoever is newly named in it is told, the others are not told again. */
export async function editComment(
  { actor }: Caller<InsideActor>,
  asked: { threadId: string; commentId: string; body: string },
): Promise<Said> {
  const { workspaceId, userId } = actor;
  const { threadId, commentId, body } = asked;
  const where = { workspaceId, threadId, id: commentId, deletedAt: null };
  const [thread, comment] = await Promise.all([
    findHere(workspaceId, threadId),
    prisma().comment.findFirst({ where }),
  ]);
  if (!thread || !comment) return refused("not_found");
  if (!can(actor, "comment:edit", { createdById: comment.authorId }))
    return refused("forbidden");
  const named = await mentionedIn(workspaceId, body);
  if (!named) return invalidBody;
  const { journeyId, anchorKind: kind, anchorId, anchorLabel: label } = thread;
  const said = await orInvalid(async (tx): Promise<Said> => {
    await lockThread({ workspaceId, threadId }, tx);
    const before = await tx.mention.findMany({ where: { commentId } });
    const known = new Set(before.map((mention) => mention.userId));
    const mentioned = named.filter((id) => !known.has(id));
    // Counted over all changes: fifty of them must not name everybody in turn.
    if (known.size + mentioned.length > MOST_MENTIONS) return invalidBody;
    const data = { body, editedAt: new Date() };
    const { count } = await tx.comment.updateMany({ where, data });
    if (count === 0) return refused("not_found");
    await tx.mention.createMany({
      data: mentioned.map((id) => ({ workspaceId, commentId, userId: id })),
    });
    const about = { anchorKind: kind, anchorId, label };
    const stored = { workspaceId, journeyId, threadId, commentId, ...about };
    await notifyOfComment(
      { ...stored, authorId: userId, mentioned, isEdit: true },
      tx,
    );
    return { ok: true, threadId };
  });
  if (said.ok) tellRowsChanged(workspaceId, "comment", journeyId);
  return said;
}

/** Takes the words of a comment away; a thread in which nobody said anything any more goes with its last one. */
export async function removeComment(
  { actor }: Caller<InsideActor>,
  { threadId, commentId }: { threadId: string; commentId: string },
): Promise<Outcome<object, "forbidden" | "not_found">> {
  const { workspaceId } = actor;
  const where = { workspaceId, threadId, id: commentId, deletedAt: null };
  const [thread, comment] = await Promise.all([
    findHere(workspaceId, threadId),
    prisma().comment.findFirst({ where, select: { authorId: true } }),
  ]);
  if (!thread || !comment) return refused("not_found");
  if (!can(actor, "comment:delete", { createdById: comment.authorId }))
    return refused("forbidden");
  await prisma().$transaction(async (tx) => {
    await lockThread({ workspaceId, threadId }, tx);
    await tx.comment.updateMany({
      where,
      data: { body: "", deletedAt: new Date() },
    });
    await tx.mention.deleteMany({ where: { workspaceId, commentId } });
    await forgetActivity({ workspaceId, subjectId: commentId }, tx);
    await tx.notification.deleteMany({
      // The thread is what there is an index of.
      where: { workspaceId, threadId, commentId },
    });
    const left = await tx.comment.count({
      where: { workspaceId, threadId, deletedAt: null },
    });
    if (left === 0)
      await tx.commentThread.deleteMany({
        where: { workspaceId, id: threadId },
      });
  });
  tellRowsChanged(workspaceId, "comment", thread.journeyId);
  return { ok: true };
}
