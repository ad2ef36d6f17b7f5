import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { Role } from "@/lib/access/roles";
import { audit, type Caller } from "@/server/audit";
import { newInvitationLink } from "@/server/auth/invitation-link";
import { hashSecret, keyedHash } from "@/server/auth/secrets";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { spend, type Spent } from "@/server/limits/spend";
import { queueMail } from "@/server/mail/queue-mail";

const validForMs = 7 * 24 * 60 * 60 * 1000;

export interface NewInvitation {
  /** Who may use it and is mailed; without it, whoever opens the link first. */
  readonly email?: string | undefined;
  readonly role: Role;
}

async function countInvitation(
  workspaceId: string,
  email: string | undefined,
): Promise<Spent> {
  const spent = await spend("inviteWorkspace", workspaceId);
  if (!spent.ok || !email) return spent;
  return spend("inviteEmail", keyedHash("limit", email));
}

/** Whether the address belongs to a member already. */
const isMember = async (workspaceId: string, email: string) =>
  (await prisma().membership.count({
    where: { workspaceId, user: { email } },
  })) > 0;

interface InvitationMail {
  readonly id: string;
  readonly email: string;
  readonly link: string;
}

async function mailInvitation(
  { workspaceId, userId }: InsideActor,
  { id, email, link }: InvitationMail,
  tx: Transaction,
) {
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
  });
  const inviter = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  const receiver = await tx.user.findUnique({ where: { email } });
  const mail = {
    to: email,
    locale: receiver?.locale ?? workspace.locale,
    kind: "invitation",
    values: { inviter: inviter.name, workspace: workspace.name, link },
  } as const;
  await queueMail(`invitation:${id}`, mail, tx);
}

/** Makes a link by which one person can join, and mails it where an address is given. */
export async function createInvitation(
  caller: Caller<InsideActor>,
  { email, role }: NewInvitation,
): Promise<
  | Outcome<{ readonly id: string }, "forbidden" | "already_member">
  | Extract<Spent, { ok: false }>
> {
  const { actor } = caller;
  if (!can(actor, "invitation:create", { role })) return refused("forbidden");
  const { workspaceId } = actor;
  if (email && (await isMember(workspaceId, email)))
    return refused("already_member");
  const spent = await countInvitation(workspaceId, email);
  if (!spent.ok) return spent;
  const { token, sealed, url } = newInvitationLink();
  const { id } = await prisma().$transaction(async (tx) => {
    const made = await tx.invitation.create({
      data: {
        workspaceId,
        email: email ?? null,
        role,
        tokenHash: hashSecret(token),
        tokenSealed: sealed,
        invitedById: actor.userId,
        expiresAt: new Date(Date.now() + validForMs),
      },
    });
    await audit(
      {
        caller,
        workspaceId,
        action: "invitation:create",
        subject: { kind: "invitation", id: made.id },
        detail: { role, byMail: email !== undefined },
      },
      tx,
    );
    if (email)
      await mailInvitation(actor, { id: made.id, email, link: url }, tx);
    return made;
  });
  return { ok: true, id };
}
