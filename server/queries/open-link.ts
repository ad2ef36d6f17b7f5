import { hashSecret } from "@/server/auth/secrets";
import { prisma } from "@/server/db/prisma";

/** Whether a mailed link would still do something; asking does not use it up. */
export async function isLinkOpen(
  token: string,
  purpose: "reset" | "sign-up",
): Promise<boolean> {
  const open = await prisma().verificationToken.count({
    where: {
      tokenHash: hashSecret(token),
      purpose,
      usedAt: null,
      expiresAt: { gt: new Date() },
    },
  });
  return open > 0;
}
