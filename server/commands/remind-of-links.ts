import { prisma } from "@/server/db/prisma";
import { publicOrigin } from "@/server/http/site";
import { queueMail } from "@/server/mail/queue-mail";
import { dateFor } from "@/server/mail/text";

const dayMs = 24 * 60 * 60 * 1000;
const noticeDays = 3;

interface EndingLink {
  id: string;
  name: string;
  expiresAt: Date;
  journeyId: string;
  title: string;
  slug: string;
  email: string;
  locale: string;
}

/** Links that end soon, of people who still belong; not those that were made for a few days only. */
const findEnding = (now: Date) => prisma().$queryRaw<EndingLink[]>`
  SELECT l.id, l.name, l."expiresAt", l."journeyId", j.title, w.slug, u.email, u.locale
  FROM "ShareLink" l
  JOIN "Journey" j ON j."workspaceId" = l."workspaceId" AND j.id = l."journeyId" AND j."deletedAt" IS NULL
  JOIN "Workspace" w ON w.id = l."workspaceId" AND w."allowPublicLinks"
  JOIN "Membership" m ON m."workspaceId" = l."workspaceId" AND m."userId" = l."createdById"
  JOIN "User" u ON u.id = m."userId" AND u."suspendedAt" IS NULL
  WHERE l."revokedAt" IS NULL AND l."expiresAt" > ${now}::timestamptz
    AND l."expiresAt" <= ${new Date(now.getTime() + noticeDays * dayMs)}::timestamptz
    AND l."expiresAt" - l."createdAt" > make_interval(days => ${noticeDays}::integer)`;

const keyOf = ({ id, expiresAt }: EndingLink) =>
  `link-ends:${id}:${expiresAt.toISOString()}`;

async function remind(link: EndingLink): Promise<boolean> {
  const { email: to, locale, title, name, expiresAt, slug, journeyId } = link;
  const key = keyOf(link);
  const named = name === "" ? "linkEnds" : "namedLinkEnds";
  const values = {
    title,
    name,
    date: dateFor(locale, expiresAt),
    link: `${publicOrigin()}/w/${slug}/journeys/${journeyId}`,
  };
  return prisma().$transaction(async (tx) => {
    if ((await tx.outgoingMail.count({ where: { key } })) > 0) return false;
    await queueMail(key, { to, locale, kind: named, values }, tx);
    return true;
  });
}

/** Tells whoever made a share link, once and three days before, that it ends. */
export async function remindOfLinks(now: Date): Promise<number> {
  let count = 0;
  for (const link of await findEnding(now)) if (await remind(link)) count += 1;
  return count;
}
