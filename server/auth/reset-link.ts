import { email as emailSchema } from "@/lib/api/account";
import { prisma } from "@/server/db/prisma";
import { publicOrigin } from "@/server/http/site";
import { newResetToken } from "./link-tokens";

/** Where a mail's link to set a new password leads. */
export const resetLink = (token: string): string =>
  `${publicOrigin()}/reset/confirm?token=${token}`;

/**
 * Makes a link by which a person can set a new password, for the operator to hand over.
 *
 * @returns null where nobody has this address.
 */
export async function createResetLink(address: string): Promise<string | null> {
  const parsed = emailSchema.safeParse(address);
  if (!parsed.success) return null;
  const user = await prisma().user.findUnique({
    where: { email: parsed.data },
  });
  if (!user) return null;
  const token = await prisma().$transaction((tx) => newResetToken(user.id, tx));
  return resetLink(token);
}
