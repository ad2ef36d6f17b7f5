import { isRole, type Role } from "@/lib/access/roles";
import type { Transaction } from "@/server/db/prisma";

/**
 * Lets one change of a workspace's members happen at a time, so that two owners cannot both leave
 * because each saw the other.
 */
export async function lockMembers(
  workspaceId: string,
  tx: Transaction,
): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR UPDATE`;
}

/** The role that a member has now, or null for whoever is none. */
export async function roleOf(
  member: { workspaceId: string; userId: string },
  tx: Transaction,
): Promise<Role | null> {
  const { workspaceId, userId } = member;
  const found = await tx.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
  });
  return found && isRole(found.role) ? found.role : null;
}

/** Whether the workspace would be left without an owner if this one were none. */
export async function isLastOwner(
  member: { workspaceId: string; userId: string },
  tx: Transaction,
): Promise<boolean> {
  const { workspaceId, userId } = member;
  const others = await tx.membership.count({
    where: { workspaceId, role: "owner", userId: { not: userId } },
  });
  return others === 0;
}
