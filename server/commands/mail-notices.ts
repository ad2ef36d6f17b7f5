import { GATHER_MS, PACE_MS } from "@/lib/conversation/wishes";
import { plainText } from "@/lib/conversation/words";
import { prisma, type Transaction } from "@/server/db/prisma";
import { publicOrigin } from "@/server/http/site";
import { enqueue } from "@/server/jobs/enqueue";
import type { NoticesLetter } from "@/server/mail/notices-text";
import { queueMail, type NoticesMail } from "@/server/mail/queue-mail";
import { stopNoticesUrl } from "@/server/person/stop-notices";
import { findDueNotices, type DueNotice } from "@/server/queries/due-notices";

interface Receiver {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly noticesMailedAt: Date | null;
}

/** More is a list that nobody reads in a mail; all of it is in the inbox. */
const mostNamed = 20;
const mostLetters = 300;

/** Has somebody's mail made at a time; of several wishes for one person the first counts. */
export async function askForNotices(
  userId: string,
  runAt: Date,
  tx: Transaction,
): Promise<void> {
  const key = `notices:${userId}`;
  const job = { task: "mail-notices", payload: { userId }, key } as const;
  await enqueue({ ...job, runAt, keepsTime: true }, tx);
}

/** When several things that happen now have come together. */
export const gatheredAt = (now: Date): Date =>
  new Date(now.getTime() + GATHER_MS);

/** The exact place of something on the web. */
function linkOf({ slug, journeyId, kind, threadId, entityId }: DueNotice) {
  const page = `${publicOrigin()}/w/${slug}/journeys/${journeyId}`;
  if (threadId !== null) return `${page}?thread=${threadId}`;
  if (kind === "review") return `${page}?review=due`;
  return `${page}?${kind === "task" ? "card" : "touchpoint"}=${entityId}`;
}

function excerptOf({ body, named }: DueNotice): string {
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const text = plainText(body, (id) => names.get(id) ?? "…");
  return [...text].slice(0, mostLetters).join("");
}

function letterOf(
  receiver: Receiver,
  notices: readonly DueNotice[],
): NoticesLetter {
  const [{ workspace, workspaceId, slug }] = notices as [DueNotice];
  return {
    name: receiver.name,
    workspace,
    items: notices.slice(0, mostNamed).map((notice) => ({
      kind: notice.kind,
      actor: notice.actor ?? "",
      label: notice.label,
      journey: notice.journey,
      excerpt: excerptOf(notice),
      link: linkOf(notice),
    })),
    more: Math.max(0, notices.length - mostNamed),
    link: `${publicOrigin()}/w/${slug}/inbox`,
    stopLink: stopNoticesUrl({
      workspaceId,
      userId: receiver.id,
      email: receiver.email,
    }),
  };
}

async function queue(
  receiver: Receiver,
  notices: readonly DueNotice[],
  tx: Transaction,
): Promise<void> {
  const { id: userId, email: to, locale } = receiver;
  const ids = notices.map(({ id }) => id);
  const mail: NoticesMail = {
    to,
    locale,
    kind: "notices",
    letter: letterOf(receiver, notices),
    while: { userId, noticeIds: ids },
  };
  await queueMail(`notices:${userId}:${ids.at(-1)}`, mail, tx);
}

/**
 * Mails somebody what they should know of by now, in one mail, and that at most every five minutes. The row of the
 * person is locked and what the mail names is marked in the transaction that queues it: of several that are at it, or
 * one that is done again after a crash, one sends it.
 */
export async function mailNotices(userId: string, now: Date): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const [receiver] = await tx.$queryRaw<Receiver[]>`
      SELECT id, email, name, locale, "noticesMailedAt" FROM "User"
      WHERE id = ${userId}::uuid AND "suspendedAt" IS NULL FOR NO KEY UPDATE`;
    if (!receiver) return;
    const due = await findDueNotices({ userId, now }, tx);
    const [first] = due;
    if (!first) return;
    const mailedAt = receiver.noticesMailedAt?.getTime() ?? 0;
    if (now.getTime() < mailedAt + PACE_MS)
      return askForNotices(userId, new Date(mailedAt + PACE_MS), tx);
    // A mail is about one workspace, because it can be stopped by workspace.
    const { workspaceId } = first;
    const mine = due.filter((notice) => notice.workspaceId === workspaceId);
    await tx.notification.updateMany({
      where: { userId, id: { in: mine.map(({ id }) => id) } },
      data: { mailedAt: now },
    });
    await tx.user.update({
      where: { id: userId },
      data: { noticesMailedAt: now },
    });
    await queue(receiver, mine, tx);
    if (mine.length < due.length)
      await askForNotices(userId, new Date(now.getTime() + PACE_MS), tx);
  });
}
