import { isRole } from "@/lib/access/roles";
import type {
  MemberItem,
  WorkspaceDetail,
  WorkspaceItem,
} from "@/lib/api/workspaces";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** The workspaces that a person belongs to; by token only the one that it is for. */
export async function listWorkspaces(filter: {
  userId: string;
  onlyId: string | null;
}): Promise<WorkspaceItem[]> {
  requireKeys(filter, ["userId", "onlyId"]);
  const rows = await prisma().membership.findMany({
    where: {
      userId: filter.userId,
      ...(filter.onlyId && { workspaceId: filter.onlyId }),
    },
    include: { workspace: true },
    orderBy: { workspace: { name: "asc" } },
  });
  return rows.flatMap(({ workspace: { id, slug, name }, role }) =>
    isRole(role) ? [{ id, slug, name, role }] : [],
  );
}

/** One workspace as a member of it sees it. */
export async function findWorkspace(filter: {
  workspaceId: string;
  userId: string;
}): Promise<WorkspaceDetail | null> {
  requireKeys(filter, ["workspaceId", "userId"]);
  const found = await prisma().membership.findUnique({
    where: { workspaceId_userId: filter },
    include: { workspace: true },
  });
  if (!found || !isRole(found.role)) return null;
  const { id, slug, name, locale, createdAt } = found.workspace;
  const { allowPublicLinks, leastAnswers, staleMonths } = found.workspace;
  return {
    id,
    slug,
    name,
    role: found.role,
    locale,
    allowPublicLinks,
    leastAnswers,
    staleMonths,
    createdAt: createdAt.toISOString(),
  };
}

/** Who belongs to a workspace; addresses only for whom they are meant. */
export async function listMembers(filter: {
  workspaceId: string;
  withEmails: boolean;
}): Promise<MemberItem[]> {
  requireKeys(filter, ["workspaceId", "withEmails"]);
  const rows = await prisma().membership.findMany({
    where: { workspaceId: filter.workspaceId },
    include: { user: { select: { name: true, email: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return rows.flatMap(({ userId, user, role, createdAt }) =>
    isRole(role)
      ? [
          {
            userId,
            name: user.name,
            ...(filter.withEmails && { email: user.email }),
            role,
            joinedAt: createdAt.toISOString(),
          },
        ]
      : [],
  );
}
