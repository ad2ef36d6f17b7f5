import { audit, type Caller } from "@/server/audit";
import type { UserIdentity } from "@/server/auth/identity";
import { hashPassword } from "@/server/auth/password";
import {
  passwordProblem,
  type PasswordProblem,
} from "@/server/auth/password-policy";
import { isOwnPassword } from "@/server/auth/own-password";
import { endSessions } from "@/server/auth/sessions";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { publicOrigin } from "@/server/http/site";
import type { Spent } from "@/server/limits/spend";
import { sendMail } from "@/server/mail/send";

export interface PasswordChange {
  readonly identity: UserIdentity;
  readonly caller: Caller;
  readonly current: string;
  readonly next: string;
}

/** Changes the own password; other devices are signed out and the person is told by mail. */
export async function changePassword(
  input: PasswordChange,
): Promise<
  | Outcome<object, "wrong_password" | PasswordProblem>
  | Extract<Spent, { ok: false }>
> {
  const { userId, sessionId } = input.identity;
  const proved = await isOwnPassword(userId, input.current);
  if (!proved.ok) return proved;
  const { email, locale, name } = proved.user;
  const weak = passwordProblem(input.next, email);
  if (weak) return refused(weak);
  const passwordHash = await hashPassword(input.next);
  await prisma().user.update({ where: { id: userId }, data: { passwordHash } });
  await endSessions({ userId, except: sessionId });
  await audit({
    caller: input.caller,
    workspaceId: null,
    action: "account:password",
    subject: { kind: "user", id: userId },
  });
  const link = `${publicOrigin()}/reset`;
  sendMail({
    to: email,
    locale,
    kind: "passwordChanged",
    values: { name, link },
  });
  return { ok: true };
}
