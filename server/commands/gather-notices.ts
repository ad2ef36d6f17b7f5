import { NEWS_MS } from "@/lib/conversation/wishes";
import { prisma } from "@/server/db/prisma";
import { askForNotices } from "./mail-notices";

/** Each morning: has a mail made for everybody who has not read something. What is due by their wishes, it finds out. */
export async function gatherNotices(now: Date): Promise<number> {
  const since = new Date(now.getTime() - NEWS_MS);
  const waiting = await prisma().$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT "userId" FROM "Notification"
    WHERE "mailedAt" IS NULL AND "readAt" IS NULL AND "createdAt" > ${since}::timestamptz`;
  for (const { userId } of waiting)
    await prisma().$transaction((tx) => askForNotices(userId, now, tx));
  return waiting.length;
}
