import { randomUUID } from "node:crypto";
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
import { queueMail } from "@/server/mail/queue-mail";

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
  const values = { name, link: `${publicOrigin()}/reset` };
  const mail = { to: email, locale, kind: "passwordChanged", values } as const;
  await prisma().$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    const subject = { kind: "user", id: userId };
    const { caller } = input;
    await audit(
      { caller, workspaceId: null, action: "account:password", subject },
      tx,
    );
    await queueMail(`password-changed:${randomUUID()}`, mail, tx);
  });
  await endSessions({ userId, except: sessionId });
  return { ok: true };
}
