import type { Outcome } from "@/server/errors";
import { refused } from "@/server/errors";
import { audit } from "@/server/audit";
import type { SignUpBody } from "@/lib/api/account";
import { hashPassword } from "@/server/auth/password";
import {
  passwordProblem,
  type PasswordProblem,
} from "@/server/auth/password-policy";
import type { PendingAccount } from "@/server/auth/link-tokens";
import { startSession, type Device } from "@/server/auth/sessions";
import { isUniqueViolation, prisma } from "@/server/db/prisma";
import { env } from "@/server/env";
import { firstWorkspaceName } from "@/server/mail/text";
import { createWorkspace } from "./create-workspace";
import { requestSignUp } from "./mail-account-step";
import {
  findInvitation,
  type InvitationRefusal,
  type OpenInvitation,
} from "@/server/queries/open-invitation";
import { takeInvitation } from "./use-invitation";

export interface SignUp extends SignUpBody {
  readonly device: Device;
}

/** Someone who has just got an account and a session. */
export interface Begun {
  readonly userId: string;
  readonly sessionId: string;
  /** The workspace that they begin in. */
  readonly slug: string;
}

const callerOf = (userId: string, device: Device) => ({
  actor: { kind: "outsider", userId } as const,
  ip: device.ip,
});

/** Makes the person, and their place in the workspace that invited them. */
async function createPerson(
  account: PendingAccount,
  device: Device,
  invitation: OpenInvitation | null,
): Promise<
  Outcome<
    { readonly userId: string; readonly sessionId: string },
    "email_taken" | InvitationRefusal
  >
> {
  try {
    return await prisma().$transaction(async (tx) => {
      const user = await tx.user.create({ data: account });
      const caller = callerOf(user.id, device);
      if (invitation) {
        const taken = await takeInvitation({ invitation, caller, user }, tx);
        // Thrown, so that the person is not made either.
        if (!taken.ok) throw new InvitationLost(taken.reason);
      }
      const sessionId = await startSession(user.id, device, tx);
      await audit(
        {
          caller,
          workspaceId: null,
          action: "account:create",
          subject: { kind: "user", id: user.id },
        },
        tx,
      );
      return { ok: true, userId: user.id, sessionId };
    });
  } catch (error) {
    if (error instanceof InvitationLost) return refused(error.reason);
    if (isUniqueViolation(error)) return refused("email_taken");
    throw error;
  }
}

class InvitationLost extends Error {
  constructor(readonly reason: InvitationRefusal) {
    super(reason);
  }
}

/** Makes the account now; without an invitation with a workspace of their own. */
export async function createAccount(
  account: PendingAccount,
  device: Device,
  invitation: OpenInvitation | null = null,
): Promise<Outcome<Begun, "email_taken" | InvitationRefusal>> {
  const person = await createPerson(account, device, invitation);
  if (!person.ok) return person;
  if (invitation) return { ...person, slug: invitation.workspace.slug };
  const { slug } = await createWorkspace({
    caller: callerOf(person.userId, device),
    userId: person.userId,
    name: firstWorkspaceName(account.locale, account.name),
    locale: account.locale,
  });
  return { ...person, slug };
}

export type SignUpOutcome = Outcome<
  { readonly begun: Begun } | { readonly mailed: true },
  "email_taken" | PasswordProblem | InvitationRefusal
>;

/**
 * Signs someone up. Where mail can be sent the account is made by the link in it and the answer does
 * not tell whether the address was known; without mail it is made at once. An invitation proves
 * enough either way.
 */
export async function signUp(input: SignUp): Promise<SignUpOutcome> {
  const weak = passwordProblem(input.password, input.email);
  if (weak) return refused(weak);
  const found = input.invitation
    ? await findInvitation(input.invitation, input.email)
    : null;
  if (found && !found.ok) return found;
  const { email, name, locale, device } = input;
  const passwordHash = await hashPassword(input.password);
  const account = { email, name, locale, passwordHash };
  if (env.SMTP_URL && !found) {
    await requestSignUp(account);
    return { ok: true, mailed: true };
  }
  const begun = await createAccount(account, device, found?.invitation ?? null);
  return begun.ok ? { ok: true, begun } : begun;
}
