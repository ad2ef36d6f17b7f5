import { refused, type Outcome } from "@/server/errors";
import { useLinkToken } from "@/server/auth/link-tokens";
import type { Device } from "@/server/auth/sessions";
import { prisma } from "@/server/db/prisma";
import { createAccount, type Begun } from "./sign-up";

/** Makes the account that a mailed link completes. */
export async function confirmSignUp(
  token: string,
  device: Device,
): Promise<Outcome<Begun, "link_invalid">> {
  const pending = await prisma().$transaction((tx) =>
    useLinkToken({ token, purpose: "sign-up" }, tx),
  );
  const { email, name, passwordHash, locale } = pending ?? {};
  if (!email || !name || !passwordHash || !locale)
    return refused("link_invalid");
  const begun = await createAccount(
    { email, name, passwordHash, locale },
    device,
  );
  // Someone else's link for the same address was used in the meantime.
  return begun.ok ? begun : refused("link_invalid");
}
