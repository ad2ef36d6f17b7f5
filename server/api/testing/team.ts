import { hashPassword } from "@/server/auth/password";
import { prisma } from "@/server/db/prisma";
import type { TestApp } from "@/test/app";

export const rightPassword = "correct horse battery staple";
let counter = 0;

/** A workspace of its own, into which people are let whose password is known. */
export async function makeTeam(app: TestApp) {
  counter += 1;
  const workspace = await app.addWorkspace(`team-${counter}`);
  const passwordHash = await hashPassword(rightPassword);
  const join = async (role: "owner" | "admin" | "editor" | "viewer") => {
    const person = await app.addPerson(`${role}-${(counter += 1)}`);
    await app.addMember(workspace.id, person.userId, role);
    await prisma().user.update({
      where: { id: person.userId },
      data: { passwordHash },
    });
    return person;
  };
  return { ...workspace, path: `/workspaces/${workspace.slug}`, join };
}

export const roleOf = async (workspaceId: string, userId: string) =>
  (
    await prisma().membership.findUnique({
      where: { workspaceId_userId: { workspaceId, userId } },
    })
  )?.role;

export const codeOf = async (response: Response) =>
  ((await response.json()) as { code: string }).code;
