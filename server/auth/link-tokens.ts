import type { Transaction } from "@/server/db/prisma";
import { hashSecret, newSecret } from "./secrets";

const minuteMs = 60_000;
export const resetValidMs = 30 * minuteMs;
export const signUpValidMs = 24 * 60 * minuteMs;

const inMs = (ms: number, now: Date) => new Date(now.getTime() + ms);

/** A link for setting a new password; earlier ones of this person end. */
export async function newResetToken(
  userId: string,
  tx: Transaction,
): Promise<string> {
  const token = newSecret();
  const now = new Date();
  await tx.verificationToken.updateMany({
    where: { userId, purpose: "reset", usedAt: null },
    data: { usedAt: now },
  });
  await tx.verificationToken.create({
    data: {
      purpose: "reset",
      tokenHash: hashSecret(token),
      userId,
      expiresAt: inMs(resetValidMs, now),
    },
  });
  return token;
}

/** What someone wants to be called and known by, until they prove the address. */
export interface PendingAccount {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly locale: string;
}

/** A link that completes a sign-up. */
export async function newSignUpToken(
  account: PendingAccount,
  tx: Transaction,
): Promise<string> {
  const token = newSecret();
  await tx.verificationToken.create({
    data: {
      purpose: "sign-up",
      tokenHash: hashSecret(token),
      ...account,
      expiresAt: inMs(signUpValidMs, new Date()),
    },
  });
  return token;
}

/**
 * Uses a link up and tells whose it was. Of several at once exactly one succeeds.
 *
 * @returns null where it is unknown, of another purpose, used or expired.
 */
export async function useLinkToken(
  options: { token: string; purpose: "reset" | "sign-up"; now?: Date },
  through: Transaction,
) {
  const now = options.now ?? new Date();
  const [used] = await through.verificationToken.updateManyAndReturn({
    where: {
      tokenHash: hashSecret(options.token),
      purpose: options.purpose,
      usedAt: null,
      expiresAt: { gt: now },
    },
    data: { usedAt: now },
  });
  return used ?? null;
}
