import type { Named } from "@/lib/api/fields";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** The members of a workspace for pickers (keeper, "this stakeholder is…"): names only. */
export async function memberOptions(filter: {
  workspaceId: string;
}): Promise<Named[]> {
  requireKeys(filter, ["workspaceId"]);
  const rows = await prisma().membership.findMany({
    where: { workspaceId: filter.workspaceId },
    select: { user: { select: { id: true, name: true } } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  return rows.map((row) => row.user);
}
