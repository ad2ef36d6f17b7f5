import { noteActivity } from "@/server/activity/note";
import { audit, type Caller } from "@/server/audit";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import {
  findInvitation,
  type InvitationRefusal,
  type OpenInvitation,
} from "@/server/queries/open-invitation";
import { linkStakeholder } from "./link-stakeholder";

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
  // Who signs up by the invitation is nobody to this request yet.
  const actor = { kind: "outsider", userId: user.id } as const;
  const kind = "member-joined";
  await noteActivity({ actor, workspaceId, journeyId: null, kind }, tx);
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
