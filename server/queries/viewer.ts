import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** What every page wants to know of the person who looks at it. */
export interface ViewerRow {
  id: string;
  name: string;
  email: string;
  locale: string;
  theme: string;
  singleKeys: boolean;
}

/** The signed-in person, or null once the account is gone. */
export async function findViewer(filter: {
  userId: string;
}): Promise<ViewerRow | null> {
  requireKeys(filter, ["userId"]);
  return prisma().user.findUnique({
    where: { id: filter.userId },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      theme: true,
      singleKeys: true,
    },
  });
}

export interface WorkspaceOfViewer {
  id: string;
  slug: string;
  name: string;
}

/** The workspaces that a person belongs to, by name. */
export async function workspacesOf(filter: {
  userId: string;
}): Promise<WorkspaceOfViewer[]> {
  requireKeys(filter, ["userId"]);
  return prisma().workspace.findMany({
    where: { memberships: { some: { userId: filter.userId } } },
    select: { id: true, slug: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
