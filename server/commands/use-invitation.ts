import { audit, type Caller } from "@/server/audit";
import { hashSecret } from "@/server/auth/secrets";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { linkStakeholder } from "./link-stakeholder";

export type InvitationRefusal =
  | "not_found"
  | "invitation_used"
  | "invitation_expired"
  | "other_address"
  | "already_member";

/** An invitation as whoever holds its link finds it. */
export interface OpenInvitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string | null;
  readonly role: string;
  readonly invitedById: string;
  readonly workspace: { readonly slug: string; readonly name: string };
}

/**
 * The invitation behind a link, if it still is one.
 *
 * @param email - whoever wants to use it; left out by who only looks.
 */
export async function findInvitation(
  token: string,
  email?: string,
): Promise<
  Outcome<
    { readonly invitation: OpenInvitation },
    Exclude<InvitationRefusal, "already_member">
  >
> {
  const found = await prisma().invitation.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { workspace: { select: { slug: true, name: true } } },
  });
  if (!found || found.revokedAt) return refused("not_found");
  if (found.acceptedAt) return refused("invitation_used");
  if (found.expiresAt <= new Date()) return refused("invitation_expired");
  if (email && found.email && found.email !== email)
    return refused("other_address");
  return { ok: true, invitation: found };
}

interface Taking {
  readonly invitation: OpenInvitation;
  readonly caller: Caller;
  readonly user: { readonly id: string };
}

/** Uses an invitation up and lets the person in. Of several at once exactly one succeeds. */
export async function takeInvitation(
  { invitation, caller, user }: Taking,
  tx: Transaction,
): Promise<Outcome<object, "invitation_used" | "already_member">> {
  const { id, workspaceId, role } = invitation;
  const membership = { workspaceId, userId: user.id };
  const isMember = await tx.membership.findUnique({
    where: { workspaceId_userId: membership },
  });
  if (isMember) return refused("already_member");
  const { count } = await tx.invitation.updateMany({
    where: {
      id,
      workspaceId,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: new Date() },
    },
    data: { acceptedAt: new Date(), acceptedById: user.id },
  });
  if (count !== 1) return refused("invitation_used");
  await tx.membership.create({ data: { ...membership, role } });
  await linkStakeholder(membership, tx);
  await audit(
    {
      caller,
      workspaceId,
      action: "invitation:accept",
      subject: { kind: "invitation", id },
      detail: { role },
    },
    tx,
  );
  return { ok: true };
}

/** Lets a signed-in person in by an invitation. */
export async function acceptInvitation(input: {
  token: string;
  userId: string;
  caller: Caller;
}): Promise<Outcome<{ readonly slug: string }, InvitationRefusal>> {
  const user = await prisma().user.findUniqueOrThrow({
    where: { id: input.userId },
  });
  const found = await findInvitation(input.token, user.email);
  if (!found.ok) return found;
  const { invitation } = found;
  const { caller } = input;
  const taken = await prisma().$transaction((tx) =>
    takeInvitation({ invitation, caller, user }, tx),
  );
  return taken.ok ? { ok: true, slug: invitation.workspace.slug } : taken;
}
