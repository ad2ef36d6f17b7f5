import { tokenScope, type ApiTokenItem } from "@/lib/api/workspaces";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** Tokens that still work: one person's, or everybody's for `userId: null`. */
export async function listApiTokens(filter: {
  workspaceId: string;
  userId: string | null;
}): Promise<ApiTokenItem[]> {
  requireKeys(filter, ["workspaceId", "userId"]);
  const rows = await prisma().apiToken.findMany({
    where: {
      workspaceId: filter.workspaceId,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
      ...(filter.userId && { userId: filter.userId }),
    },
    include: { user: { select: { name: true } } },
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scope: tokenScope.parse(row.scope),
    lastFour: row.lastFour,
    userId: row.userId,
    userName: row.user.name,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }));
}
