import type { OutgoingMail } from "@/server/db/generated/client";
import { prisma, type Transaction } from "@/server/db/prisma";
import { env } from "@/server/env";
import { enqueue } from "@/server/jobs/enqueue";
import { logger } from "@/server/logger";
import { deliver } from "./deliver";
import { digestText } from "./digest-text";
import { noticesText } from "./notices-text";
import { openMail, type Mail } from "./queue-mail";
import { isStillWanted } from "./still-wanted";
import { mailText } from "./text";

const minuteMs = 60_000;
const firstDelayMs = 5_000;
/** A mail server that comes back after hours has every mail within minutes. */
const longestDelayMs = 5 * minuteMs;
const giveUpAfterMs = 48 * 60 * minuteMs;
/** Longer than a mail server may take; then the connection to it has long been cut. */
const transactionMs = 3 * minuteMs;
const maxWaitMs = 10_000;
/** How long to leave a mail alone that another process holds. */
const heldMs = 30_000;

const delayMs = (attempts: number) =>
  Math.min(firstDelayMs * 3 ** attempts, longestDelayMs) *
  (0.8 + Math.random() * 0.2);

/** The receiver's server knows no such receiver: asking again is of no use. */
function isForGood(error: unknown): boolean {
  const { code, responseCode } = error as {
    code?: unknown;
    responseCode?: unknown;
  };
  return (
    code === "EENVELOPE" &&
    typeof responseCode === "number" &&
    responseCode >= 500
  );
}

/** Locks a mail against every other sender; `held` where one is at it, null where there is nothing to send. */
async function take(
  mailId: string,
  tx: Transaction,
): Promise<OutgoingMail | "held" | null> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "OutgoingMail" WHERE id = ${mailId}::uuid FOR UPDATE SKIP LOCKED`;
  const row = await tx.outgoingMail.findUnique({ where: { id: mailId } });
  if (!row?.sealed) return null;
  return locked.length > 0 ? row : "held";
}

/** Outside of the lock's transaction: the link has to work when the mail arrives. */
async function renewToken(mail: Mail, now: Date): Promise<void> {
  if (!("token" in mail) || !mail.token) return;
  const { token } = mail;
  await prisma().verificationToken.updateMany({
    where: { tokenHash: token.hash, usedAt: null },
    data: { expiresAt: new Date(now.getTime() + token.validMs) },
  });
}

async function retryLater(
  { id, attempts }: OutgoingMail,
  now: Date,
  tx: Transaction,
) {
  await tx.outgoingMail.update({
    where: { id },
    data: { attempts: { increment: 1 } },
  });
  const runAt = new Date(now.getTime() + delayMs(attempts));
  await enqueue(
    { task: "send-mail", payload: { mailId: id }, key: id, runAt },
    tx,
  );
}

async function giveUp(
  { id, kind }: OutgoingMail,
  error: unknown,
  tx: Transaction,
): Promise<void> {
  await tx.outgoingMail.update({
    where: { id },
    data: { sealed: null, gaveUpAt: new Date() },
  });
  logger().error(
    { err: error, job: "send-mail", kind, mailId: id },
    "job gave up",
  );
}

function contentOf(mail: Mail) {
  if (mail.kind === "digest") return digestText(mail.letter, mail.locale);
  if (mail.kind === "notices") return noticesText(mail.letter, mail.locale);
  return mailText(mail.kind, mail.locale, mail.values);
}

/** Whoever it was for has left, was put away or wants none: nobody reads it any more. */
async function letGo(
  { id, kind, key }: OutgoingMail,
  tx: Transaction,
): Promise<void> {
  // What is left of news can go into another mail, which has the same key.
  const free = kind === "notices" ? { key: `${key}:${id}` } : {};
  const data = { sealed: null, gaveUpAt: new Date(), ...free };
  await tx.outgoingMail.update({ where: { id }, data });
}

async function sendLocked(
  row: OutgoingMail,
  now: Date,
  tx: Transaction,
): Promise<void> {
  const mail = openMail(row.sealed ?? "");
  if (!mail) return giveUp(row, new Error("sealed with another key"), tx);
  if (mail.while && !(await isStillWanted(mail.while, tx)))
    return letGo(row, tx);
  const { id, createdAt, messageId } = row;
  try {
    await renewToken(mail, now);
    const content = contentOf(mail);
    const to = { name: "", address: mail.to };
    const letter = { from: env.MAIL_FROM, to, messageId, ...content };
    await deliver(letter, { id, at: createdAt });
  } catch (error) {
    const isOld = now.getTime() - createdAt.getTime() > giveUpAfterMs;
    if (isOld || isForGood(error)) return giveUp(row, error, tx);
    logger().warn({ err: error, kind: row.kind }, "mail not delivered");
    return retryLater(row, now, tx);
  }
  await tx.outgoingMail.update({
    where: { id },
    data: { sealed: null, sentAt: new Date() },
  });
}

/**
 * Sends a mail and writes that down. A row lock keeps two senders apart; only where the process dies after
 * the mail server took the mail and before that is stored, this one goes out again, under the same Message-ID.
 */
export async function sendMail(
  mailId: string,
  now = new Date(),
): Promise<void> {
  await prisma().$transaction(
    async (tx) => {
      const row = await take(mailId, tx);
      if (row === null) return;
      if (row !== "held") return sendLocked(row, now, tx);
      const runAt = new Date(now.getTime() + heldMs);
      await enqueue(
        { task: "send-mail", payload: { mailId }, key: mailId, runAt },
        tx,
      );
    },
    { timeout: transactionMs, maxWait: maxWaitMs },
  );
}
