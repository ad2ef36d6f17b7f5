import { randomUUID } from "node:crypto";
import {
  newResetToken,
  newSignUpToken,
  resetValidMs,
  signUpValidMs,
  type PendingAccount,
} from "@/server/auth/link-tokens";
import { resetLink } from "@/server/auth/reset-link";
import { hashSecret, seal, unseal } from "@/server/auth/secrets";
import { prisma, type Transaction } from "@/server/db/prisma";
import { publicOrigin } from "@/server/http/site";
import { enqueue } from "@/server/jobs/enqueue";
import { logger } from "@/server/logger";
import { queueMail } from "@/server/mail/queue-mail";

type Step = "mail-reset" | "mail-sign-up";

interface SealedRequest {
  readonly id: string;
  readonly sealed: string;
}

/**
 * Writes down what was asked for, whoever it concerns. Looking up whether there is such a person is a job:
 * how long it takes, and whether there was anything to do, must not show in the answer.
 */
async function ask(task: Step, request: unknown): Promise<void> {
  const id = randomUUID();
  const payload = { id, sealed: seal(task, JSON.stringify(request)) };
  await prisma().$transaction((tx) => enqueue({ task, payload, key: id }, tx));
}

/** Mails a link for a new password where somebody has this address; nothing else tells whether. */
export const requestReset = (email: string): Promise<void> =>
  ask("mail-reset", { email });

/** Mails the next step of a sign-up. It tells the address, and only it, whether there was an account. */
export const requestSignUp = (account: PendingAccount): Promise<void> =>
  ask("mail-sign-up", account);

/** Does a step once: its mail, unique by the request, is stored together with the token in it. */
async function once(
  task: Step,
  { id, sealed }: SealedRequest,
  work: (request: string, key: string, tx: Transaction) => Promise<void>,
): Promise<void> {
  const request = unseal(task, sealed);
  if (request === null) {
    logger().error({ job: task }, "job gave up: sealed with another key");
    return;
  }
  const key = `${task}:${id}`;
  await prisma().$transaction(async (tx) => {
    if ((await tx.outgoingMail.count({ where: { key } })) === 0)
      await work(request, key, tx);
  });
}

/** Makes a link for a new password and has it mailed. */
export const mailReset = (request: SealedRequest): Promise<void> =>
  once("mail-reset", request, async (text, key, tx) => {
    const { email } = JSON.parse(text) as { email: string };
    const user = await tx.user.findUnique({ where: { email } });
    if (!user || user.suspendedAt) return;
    const token = await newResetToken(user.id, tx);
    const { locale, name } = user;
    const mail = {
      to: email,
      locale,
      kind: "reset",
      values: { name, link: resetLink(token) },
      token: { hash: hashSecret(token), validMs: resetValidMs },
    } as const;
    await queueMail(key, mail, tx);
  });

/** Mails a link that makes the account, or a word that there is one already. */
export const mailSignUp = (request: SealedRequest): Promise<void> =>
  once("mail-sign-up", request, async (text, key, tx) => {
    const account = JSON.parse(text) as PendingAccount;
    const { email: to } = account;
    const known = await tx.user.findUnique({ where: { email: to } });
    if (known) {
      const { locale, name } = known;
      const values = { name, link: `${publicOrigin()}/sign-in` };
      return queueMail(key, { to, locale, kind: "signUpKnown", values }, tx);
    }
    const token = await newSignUpToken(account, tx);
    const { locale, name } = account;
    const link = `${publicOrigin()}/sign-up/confirm?token=${token}`;
    const mail = {
      to,
      locale,
      kind: "signUp",
      values: { name, link },
      token: { hash: hashSecret(token), validMs: signUpValidMs },
    } as const;
    await queueMail(key, mail, tx);
  });
