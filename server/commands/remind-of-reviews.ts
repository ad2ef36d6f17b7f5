import { reminderAt, reviewDueAt } from "@/lib/insight/freshness";
import { prisma } from "@/server/db/prisma";
import { publicOrigin } from "@/server/http/site";
import { queueMail } from "@/server/mail/queue-mail";
import { dateFor } from "@/server/mail/text";

interface DueJourney {
  id: string;
  title: string;
  slug: string;
  reviewEveryDays: number;
  reviewedAt: Date | null;
  createdAt: Date;
  userId: string;
  email: string;
  name: string;
  locale: string;
}

/** Maps that are due, each with whom to remind: its keeper, else whoever made it, else an owner of the workspace. */
const findDue = (now: Date) => prisma().$queryRaw<DueJourney[]>`
  SELECT j.id, j.title, w.slug, j."reviewEveryDays", j."reviewedAt", j."createdAt", who.id AS "userId", who.email, who.name, who.locale
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
  WHERE j."deletedAt" IS NULL AND j."archivedAt" IS NULL AND j."reviewEveryDays" IS NOT NULL
    AND coalesce(j."reviewedAt", j."createdAt") + make_interval(days => j."reviewEveryDays") <= ${now}::timestamptz`;

async function remind(journey: DueJourney, now: Date): Promise<boolean> {
  const { id, title, slug, email: to, name, locale } = journey;
  const due = reviewDueAt({
    reviewEveryDays: journey.reviewEveryDays,
    reviewedAt: journey.reviewedAt?.toISOString() ?? null,
    createdAt: journey.createdAt.toISOString(),
  });
  const nth = due && reminderAt(due, now);
  if (due === null || nth === null) return false;
  const key = `review-due:${id}:${due.toISOString()}:${nth}`;
  const values = {
    name,
    title,
    date: dateFor(locale, due),
    link: `${publicOrigin()}/w/${slug}/journeys/${id}`,
  };
  return prisma().$transaction(async (tx) => {
    if ((await tx.outgoingMail.count({ where: { key } })) > 0) return false;
    const mail = { to, locale, kind: "reviewDue", values } as const;
    const still = { userId: journey.userId, journeyId: id };
    await queueMail(key, { ...mail, while: still }, tx);
    return true;
  });
}

/** Reminds of maps that nobody has gone over for as long as was agreed: on the day, and every thirty days after. */
export async function remindOfReviews(now: Date): Promise<number> {
  let count = 0;
  for (const journey of await findDue(now))
    if (await remind(journey, now)) count += 1;
  return count;
}
