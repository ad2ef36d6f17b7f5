import {
  reminderAt,
  reminderDueAt,
  reviewDueAt,
} from "@/lib/insight/freshness";
import { Prisma } from "@/server/db/generated/client";
import { prisma, type Transaction } from "@/server/db/prisma";
import { publicOrigin } from "@/server/http/site";
import { queueMail } from "@/server/mail/queue-mail";
import { dateFor } from "@/server/mail/text";
import { stopNoticesUrl } from "@/server/person/stop-notices";
import { lockJourney } from "./lock-journey";

interface DueJourney {
  id: string;
  workspaceId: string;
  title: string;
  slug: string;
  reviewEveryDays: number;
  reviewedAt: Date | null;
  createdAt: Date;
  userId: string;
  email: string;
  name: string;
  locale: string;
  /** Whether they want mails about this map as soon as there is something to say. */
  isMailed: boolean;
}

/**
 * Maps that are due, each with whom to remind: its keeper, else whoever made it, else an owner of the workspace. Whoever
 * wants mails once a week gets them with the other news.
 */
const findDue = (
  now: Date,
  { tx, journeyId }: { tx?: Transaction; journeyId?: string } = {},
) => (tx ?? prisma()).$queryRaw<DueJourney[]>`
  SELECT j.id, j."workspaceId", j.title, w.slug, j."reviewEveryDays", j."reviewedAt", j."createdAt", who.id AS "userId", who.email,
         who.name, who.locale,
         h."stoppedAt" IS NULL AND coalesce(h.direct, 'now') IN ('now', 'daily') AND x."userId" IS NULL AS "isMailed"
  FROM "Journey" j
  JOIN "Workspace" w ON w.id = j."workspaceId"
  JOIN LATERAL (
    SELECT u.id, u.email, u.name, u.locale FROM "Membership" m
    JOIN "User" u ON u.id = m."userId" AND u."suspendedAt" IS NULL
    WHERE m."workspaceId" = j."workspaceId"
      AND (m."userId" = j."keeperId" OR m."userId" = j."createdById" OR m.role = 'owner')
    ORDER BY m."userId" = j."keeperId" DESC NULLS LAST, m."userId" = j."createdById" DESC NULLS LAST,
             m."createdAt", m."userId"
    LIMIT 1
  ) who ON true
  LEFT JOIN "NoticeWish" h ON h."workspaceId" = j."workspaceId" AND h."userId" = who.id
  LEFT JOIN "JourneyMute" x ON x."journeyId" = j.id AND x."userId" = who.id
  WHERE j."deletedAt" IS NULL AND j."archivedAt" IS NULL AND j."reviewEveryDays" IS NOT NULL
    AND coalesce(j."reviewedAt", j."createdAt") + make_interval(days => j."reviewEveryDays") <= ${now}::timestamptz
    ${journeyId === undefined ? Prisma.empty : Prisma.sql`AND j.id = ${journeyId}::uuid`}`;

/** Takes out of inboxes what waits no more, or for somebody else by now. */
async function forgetSettled(due: readonly DueJourney[]): Promise<void> {
  await prisma().$executeRaw`
    DELETE FROM "Notification" n WHERE n.kind = 'review' AND NOT EXISTS (
      SELECT 1 FROM unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ userId }) => userId)}::uuid[]) AS d("journeyId", "userId")
      WHERE d."journeyId" = n."journeyId" AND d."userId" = n."userId")`;
}

interface Reminder {
  readonly due: Date;
  /** Which of those that are spoken of this review. */
  readonly nth: number;
}

/** Has the mail of it sent where that is wished; whether it is mailed by now. */
async function mail(
  journey: DueJourney,
  { due, nth }: Reminder,
  tx: Transaction,
): Promise<boolean> {
  const { id, workspaceId, userId, title, slug, name, locale } = journey;
  const { email } = journey;
  const which = `${due.toISOString()}:${nth}`;
  const key = `review-due:${id}:${userId}:${which}`;
  // Mails of older versions do not say whose they are. Taken for this person's: else everybody would get theirs again.
  const keys = [key, `review-due:${id}:${which}`];
  // A map comes back from the archive or the bin, or to its former keeper, and is due as before.
  if (await tx.outgoingMail.count({ where: { key: { in: keys } } }))
    return true;
  if (!journey.isMailed) return false;
  const values = {
    name,
    title,
    date: dateFor(locale, due),
    link: `${publicOrigin()}/w/${slug}/journeys/${id}?review=due`,
    stopLink: stopNoticesUrl({ workspaceId, userId, email }),
  };
  const still = { userId, journeyId: id, isReview: true };
  const letter = { to: email, locale, kind: "reviewDue", values } as const;
  await queueMail(key, { ...letter, while: still }, tx);
  return true;
}

/** Puts it into the inbox, once for each reminder, and has it mailed where that is wished. */
async function tell(
  journey: DueJourney,
  now: Date,
  tx: Transaction,
): Promise<boolean> {
  const { id: journeyId, workspaceId, userId } = journey;
  const due = reviewDueAt({
    reviewEveryDays: journey.reviewEveryDays,
    reviewedAt: journey.reviewedAt?.toISOString() ?? null,
    createdAt: journey.createdAt.toISOString(),
  });
  const nth = due && reminderAt(due, now);
  if (due === null || nth === null) return false;
  const of = { workspaceId, journeyId, userId, kind: "review" };
  const isTold = await tx.notification.count({
    where: { ...of, createdAt: { gte: reminderDueAt(due, nth) } },
  });
  if (isTold > 0) return false;
  await tx.notification.deleteMany({ where: of });
  const isMailed = await mail(journey, { due, nth }, tx);
  await tx.notification.create({
    data: { ...of, createdAt: now, ...(isMailed && { mailedAt: now }) },
  });
  return true;
}

/**
 * Reminds of one map, if it is due still: somebody may have reviewed it since the list was read. Its lock comes first,
 * as where it is reviewed: the other way round the two would wait for each other.
 */
const remind = (
  { id: journeyId, workspaceId }: DueJourney,
  now: Date,
): Promise<boolean> =>
  prisma().$transaction(async (tx) => {
    await lockJourney({ workspaceId, journeyId }, tx);
    const [journey] = await findDue(now, { tx, journeyId });
    return journey !== undefined && tell(journey, now, tx);
  });

/** Reminds of maps that nobody has gone over for as long as was agreed: on the day, and every thirty days after. */
export async function remindOfReviews(now: Date): Promise<number> {
  const due = await findDue(now);
  await forgetSettled(due);
  let count = 0;
  for (const journey of due) if (await remind(journey, now)) count += 1;
  return count;
}
