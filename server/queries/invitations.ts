import { isRole } from "@/lib/access/roles";
import type { InvitationItem, InvitationView } from "@/lib/api/workspaces";
import { invitationLink } from "@/server/auth/invitation-link";
import { prisma } from "@/server/db/prisma";
import { AppError, type Outcome } from "@/server/errors";
import { findInvitation, type InvitationRefusal } from "./open-invitation";
import { requireKeys } from "./require-defined";

async function namesOf(
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const users = await prisma().user.findMany({
    where: { id: { in: [...userIds] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** The invitations that nobody has used or taken back, newest first. */
export async function listInvitations(filter: {
  workspaceId: string;
  /** One of them, or null for all. */
  id: string | null;
}): Promise<InvitationItem[]> {
  requireKeys(filter, ["workspaceId", "id"]);
  const rows = await prisma().invitation.findMany({
    where: {
      workspaceId: filter.workspaceId,
      acceptedAt: null,
      revokedAt: null,
      ...(filter.id && { id: filter.id }),
    },
    orderBy: { createdAt: "desc" },
  });
  const names = await namesOf(rows.map(({ invitedById }) => invitedById));
  const now = new Date();
  return rows.flatMap((row) =>
    isRole(row.role)
      ? [
          {
            id: row.id,
            email: row.email,
            role: row.role,
            url: invitationLink(row.tokenSealed),
            invitedBy: names.get(row.invitedById) ?? null,
            createdAt: row.createdAt.toISOString(),
            expiresAt: row.expiresAt.toISOString(),
            state: row.expiresAt <= now ? "expired" : "open",
          },
        ]
      : [],
  );
}

/** What whoever holds an invitation's link is shown. */
export async function viewInvitation(filter: {
  token: string;
}): Promise<Outcome<{ readonly view: InvitationView }, InvitationRefusal>> {
  requireKeys(filter, ["token"]);
  const found = await findInvitation(filter.token);
  if (!found.ok) return found;
  const { workspace, email, role, invitedById } = found.invitation;
  if (!isRole(role)) throw new AppError("impossible", `role ${role}`);
  const names = await namesOf([invitedById]);
  const hasAccount =
    email !== null && (await prisma().user.count({ where: { email } })) > 0;
  return {
    ok: true,
    view: {
      workspace: workspace.name,
      role,
      invitedBy: names.get(invitedById) ?? null,
      email,
      hasAccount,
    },
  };
}
