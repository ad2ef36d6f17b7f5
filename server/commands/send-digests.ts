import { weekOf } from "@/lib/digest/week";
import { prisma } from "@/server/db/prisma";
import { publicOrigin } from "@/server/http/site";
import { logger } from "@/server/logger";
import { queueMail, type DigestMail } from "@/server/mail/queue-mail";
import { stopUrl } from "@/server/person/stop-token";
import { personalUrl } from "@/server/person/tokens";
import {
  findDigestReceivers,
  readDigest,
  type DigestReceiver,
} from "@/server/queries/digest";

/** The page of what is theirs; null where the secret of a link cannot be read any more. */
const pageOf = ({ userId, slug, tokenSealed }: DigestReceiver) =>
  userId === null
    ? tokenSealed && personalUrl(tokenSealed)
    : `${publicOrigin()}/w/${slug}/mine`;

async function mailOf(
  receiver: DigestReceiver,
  today: string,
): Promise<{ mail: DigestMail; owned: string[]; tasks: string[] } | null> {
  const link = pageOf(receiver);
  const { content, owned, tasks } = await readDigest({ receiver, today });
  if (!content || !link) return null;
  const { email: to, locale, name, workspace, stakeholderId } = receiver;
  const { linkId, userId } = receiver;
  const stopLink = stopUrl(stakeholderId, to);
  const mail: DigestMail = {
    to,
    locale,
    kind: "digest",
    letter: { name, workspace, content, link, stopLink },
    while: { stakeholderId, linkId, userId, isDigest: true },
  };
  return { mail, owned, tasks };
}

async function sendOne(
  receiver: DigestReceiver,
  { now, week }: { now: Date; week: string },
): Promise<boolean> {
  const made = await mailOf(receiver, now.toISOString().slice(0, 10));
  if (!made) return false;
  const { workspaceId, stakeholderId } = receiver;
  return prisma().$transaction(async (tx) => {
    // Whoever writes the week down sends it: of several that are at it, one.
    const claimed = await tx.$queryRaw<unknown[]>`
      INSERT INTO "Digest" ("workspaceId", "stakeholderId", week, "sentAt", owned)
      VALUES (${workspaceId}::uuid, ${stakeholderId}::uuid, ${week}, ${now}::timestamptz, ${made.owned}::text[])
      ON CONFLICT ("workspaceId", "stakeholderId") DO UPDATE
        SET week = excluded.week, "sentAt" = excluded."sentAt", owned = excluded.owned
        WHERE "Digest".week IS DISTINCT FROM excluded.week AND "Digest"."stoppedAt" IS NULL
      RETURNING 1`;
    if (claimed.length === 0) return false;
    await queueMail(`digest:${stakeholderId}:${week}`, made.mail, tx);
    // What it names is no news any more to whoever has no inbox; of touchpoints the week itself remembers that.
    if (receiver.userId === null)
      await tx.$executeRaw`
        INSERT INTO "PersonTold" AS p ("workspaceId", "stakeholderId", kind, "entityId", at)
        SELECT ${workspaceId}::uuid, ${stakeholderId}::uuid, 'task', id, ${now}::timestamptz FROM unnest(${made.tasks}::uuid[]) AS t(id)
        ON CONFLICT ("workspaceId", "stakeholderId", kind, "entityId") DO UPDATE SET at = excluded.at, "takenAt" = NULL
        WHERE p."takenAt" IS NOT NULL`;
    return true;
  });
}

/**
 * Tells every stakeholder who can be reached what is open and what changed, once a week. Cut short and done again
 * it goes on where it was; one who cannot be told keeps nobody else from it.
 *
 * @throws AggregateError of what failed, so that the job comes again.
 */
export async function sendDigests(now: Date): Promise<number> {
  const week = weekOf(now);
  let count = 0;
  const failures: unknown[] = [];
  for (const receiver of await findDigestReceivers({ week, now }))
    try {
      if (await sendOne(receiver, { now, week })) count += 1;
    } catch (error) {
      failures.push(error);
      const { stakeholderId } = receiver;
      logger().warn({ err: error, stakeholderId }, "digest not queued");
    }
  if (failures.length > 0)
    throw new AggregateError(failures, "digests were not queued");
  return count;
}
