import { createHash } from "node:crypto";
import { prisma } from "@/server/db/prisma";
import type { TaskPayload } from "@/server/jobs/tasks";
import { queueMail, type DigestMail } from "@/server/mail/queue-mail";
import { stopUrl } from "@/server/person/stop-token";
import { personalUrl } from "@/server/person/tokens";
import { findNewsReceiver, readNews } from "@/server/queries/person-news";

type News = TaskPayload<"mail-person-news">;

/** The same things, made theirs by the same changes, are one mail, however often the job begins anew. */
function keyOf(stakeholderId: string, news: News): string {
  const names = news.map(({ kind, entityId, seq }) => [kind, entityId, seq]);
  const text = JSON.stringify(names.map(String).sort());
  const hash = createHash("sha256").update(text).digest("base64url");
  return `person-news:${stakeholderId}:${hash}`;
}

/** Tells somebody without an account what became theirs and still is, with the link to their page. */
export async function mailPersonNews(news: News, now: Date): Promise<void> {
  const { stakeholderId } = news[0]!;
  const receiver = await findNewsReceiver({ stakeholderId });
  const link = receiver && personalUrl(receiver.tokenSealed);
  if (!receiver || !link) return;
  const { workspaceId, linkId, name, workspace, email: to, locale } = receiver;
  const today = now.toISOString().slice(0, 10);
  const whose = { workspaceId, stakeholderId };
  const found = await readNews({ ...whose, today, news });
  if (!found) return;
  const { content, named } = found;
  const stopLink = stopUrl(stakeholderId, to);
  const mail: DigestMail = {
    to,
    locale,
    kind: "digest",
    letter: { name, workspace, content, link, stopLink, occasion: "news" },
    while: { stakeholderId, linkId, userId: null, isDigest: true },
  };
  const key = keyOf(stakeholderId, news);
  await prisma().$transaction(async (tx) => {
    if (await tx.outgoingMail.findUnique({ where: { key } })) return;
    await queueMail(key, mail, tx);
    const told = named.map((one) => ({ ...whose, ...one, at: now }));
    await tx.personTold.deleteMany({ where: { ...whose, OR: named } });
    await tx.personTold.createMany({ data: told });
  });
}
