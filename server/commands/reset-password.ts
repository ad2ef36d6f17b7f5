import { audit } from "@/server/audit";
import { useLinkToken } from "@/server/auth/link-tokens";
import { hashPassword } from "@/server/auth/password";
import {
  passwordProblem,
  type PasswordProblem,
} from "@/server/auth/password-policy";
import { hashSecret } from "@/server/auth/secrets";
import { endSessions, type Device } from "@/server/auth/sessions";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

/** Whose link it is, before it is used up: the password is judged by their address. */
const ownerOf = (token: string) =>
  prisma().verificationToken.findFirst({
    where: { tokenHash: hashSecret(token), purpose: "reset", usedAt: null },
    select: { user: { select: { id: true, email: true } } },
  });

export interface NewPassword {
  readonly token: string;
  readonly password: string;
  readonly device: Device;
}

/** Sets a new password by a mailed link and ends every session of the person, with its sockets. */
export async function confirmReset(
  input: NewPassword,
): Promise<Outcome<object, "link_invalid" | PasswordProblem>> {
  const user = (await ownerOf(input.token))?.user;
  if (!user) return refused("link_invalid");
  const weak = passwordProblem(input.password, user.email);
  if (weak) return refused(weak);
  const passwordHash = await hashPassword(input.password);
  const isDone = await prisma().$transaction(async (tx) => {
    const used = await useLinkToken(
      { token: input.token, purpose: "reset" },
      tx,
    );
    if (!used) return false;
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } });
    await audit(
      {
        caller: {
          actor: { kind: "outsider", userId: user.id },
          ip: input.device.ip,
        },
        workspaceId: null,
        action: "account:reset",
        subject: { kind: "user", id: user.id },
      },
      tx,
    );
    return true;
  });
  if (!isDone) return refused("link_invalid");
  await endSessions({ userId: user.id, except: null });
  return { ok: true };
}
