import { prisma } from "@/server/db/prisma";
import { refused, type Refused } from "@/server/errors";
import { countedAddress } from "@/server/http/address";
import { forget, giveBack, spend, type Spent } from "@/server/limits/spend";
import type { LimitName } from "@/server/limits/table";
import { audit } from "@/server/audit";
import { knownBrowser } from "./known-browser";
import { hashPassword, isWeakHash, verifyPassword } from "./password";
import { keyedHash } from "./secrets";
import { startSession, type Device } from "./sessions";

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly device: Device;
  /** The cookie of an earlier sign-in from this browser. */
  readonly known: string | undefined;
}

export type SignedIn =
  | { readonly ok: true; readonly userId: string; readonly sessionId: string }
  | Refused<"wrong_credentials">
  | Extract<Spent, { ok: false }>;

/**
 * Counts a try by account and by address. A browser that has been in this account before has a count
 * of its own, so that a stranger's guesses cannot lock its owner out.
 */
async function countTry(signIn: SignIn): Promise<{
  readonly refusal: Extract<Spent, { ok: false }> | null;
  readonly counted: readonly (readonly [LimitName, string])[];
}> {
  const browser = knownBrowser(signIn.known, signIn.email);
  const address = countedAddress(signIn.device.ip);
  // The key rests in a table: the address itself must not.
  const account = keyedHash("limit", browser ?? signIn.email);
  const counted = [
    ["signInAddress", address],
    ["signInAccount", account],
  ] as const;
  for (const [name, key] of counted) {
    const spent = await spend(name, key);
    if (!spent.ok) return { refusal: spent, counted };
  }
  return { refusal: null, counted };
}

async function forgetTry(counted: readonly (readonly [LimitName, string])[]) {
  for (const [name, key] of counted)
    await (name === "signInAccount" ? forget(name, key) : giveBack(name, key));
}

/** Checks address and password and starts a session. Wrong and unknown are one answer and one amount of work. */
export async function signIn(attempt: SignIn): Promise<SignedIn> {
  const { refusal, counted } = await countTry(attempt);
  if (refusal) return refusal;
  const user = await prisma().user.findUnique({
    where: { email: attempt.email },
  });
  const isRight = await verifyPassword(
    user?.passwordHash ?? null,
    attempt.password,
  );
  if (!user || !isRight || user.suspendedAt)
    return refused("wrong_credentials");
  await forgetTry(counted);
  if (isWeakHash(user.passwordHash)) {
    const passwordHash = await hashPassword(attempt.password);
    await prisma().user.update({
      where: { id: user.id },
      data: { passwordHash },
    });
  }
  const sessionId = await startSession(user.id, attempt.device);
  await audit({
    caller: {
      actor: { kind: "outsider", userId: user.id },
      ip: attempt.device.ip,
    },
    workspaceId: null,
    action: "session:start",
    subject: { kind: "session", id: sessionId },
  });
  return { ok: true, userId: user.id, sessionId };
}
