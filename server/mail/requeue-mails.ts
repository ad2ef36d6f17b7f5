import { prisma } from "@/server/db/prisma";
import { enqueue } from "@/server/jobs/enqueue";

/** Younger ones have just been queued. */
const minAgeMs = 10 * 60_000;

/**
 * Queues mails again whose job is gone: it gave up because the database failed it again and again, or the
 * queue was emptied. Nothing that is sealed stays so for ever.
 */
export async function requeueMails(now: Date): Promise<number> {
  const before = new Date(now.getTime() - minAgeMs);
  const lost = await prisma().$queryRaw<{ id: string }[]>`
    SELECT m.id FROM "OutgoingMail" m
    WHERE m.sealed IS NOT NULL AND m."createdAt" < ${before}::timestamptz AND NOT EXISTS (
      SELECT 1 FROM graphile_worker.jobs j WHERE j.key = m.id::text AND j.attempts < j.max_attempts)`;
  for (const { id: mailId } of lost) {
    const job = {
      task: "send-mail",
      payload: { mailId },
      key: mailId,
    } as const;
    await prisma().$transaction((tx) => enqueue(job, tx));
  }
  return lost.length;
}
