import type { ProfilePatch } from "@/lib/api/account";
import { prisma } from "@/server/db/prisma";

/** Changes what a person told about themselves. */
export async function changeProfile(
  userId: string,
  patch: ProfilePatch,
): Promise<{ readonly ok: true }> {
  await prisma().user.update({ where: { id: userId }, data: patch });
  return { ok: true };
}
