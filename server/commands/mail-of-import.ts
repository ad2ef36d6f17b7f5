import type { Transaction } from "@/server/db/prisma";
import { publicOrigin } from "@/server/http/site";
import { queueMail } from "@/server/mail/queue-mail";
import { languageOf, wordsOf } from "@/server/mail/text";

/** Whoever waits no longer than that is still there when it is done. */
const mailAfterSeconds = 60;

interface LongWork {
  userId: string;
  email: string;
  name: string;
  locale: string;
  journeyId: string;
  journey: string;
  slug: string;
  fileName: string;
}

interface Ended {
  readonly workId: string;
  /** What it brought; left out where it failed. */
  readonly pieces?: number;
}

/**
 * Mails whoever began an import how it ended and where it stands, in their language, when it took long: they will have
 * gone on to something else. In the transaction that ends the import, so that it is told once, and only as it is.
 */
export async function mailOfImport(
  { workId, pieces }: Ended,
  tx: Transaction,
): Promise<void> {
  const [found] = await tx.$queryRaw<LongWork[]>`
    SELECT u.id AS "userId", u.email, u.name, u.locale, j.id AS "journeyId", j.title AS journey, w.slug, k."fileName"
    FROM "ImportWork" k
    JOIN "User" u ON u.id = k."createdById" AND u."suspendedAt" IS NULL
    JOIN "Journey" j ON j."workspaceId" = k."workspaceId" AND j.id = k."journeyId"
    JOIN "Workspace" w ON w.id = k."workspaceId"
    WHERE k.id = ${workId}::uuid AND k."createdAt" < clock_timestamp() - make_interval(secs => ${mailAfterSeconds})`;
  if (!found) return;
  const { userId, email: to, locale, journeyId, slug } = found;
  const link = `${publicOrigin()}/w/${slug}/journeys/${journeyId}/imports`;
  const { name, fileName: file } = found;
  const title = found.journey || wordsOf(locale).notices.untitled;
  const count = new Intl.NumberFormat(languageOf(locale)).format(pieces ?? 0);
  const mail = {
    to,
    locale,
    kind: pieces === undefined ? "importFailed" : "importDone",
    values: { name, file, title, count, link },
    while: { userId, journeyId },
  } as const;
  await queueMail(`import:${workId}`, mail, tx);
}
