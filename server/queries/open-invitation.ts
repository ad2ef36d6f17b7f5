import { hashSecret } from "@/server/auth/secrets";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

export type InvitationRefusal =
  | "not_found"
  | "invitation_used"
  | "invitation_expired"
  | "other_address"
  | "already_member";

/** An invitation as whoever holds its link finds it. */
export interface OpenInvitation {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string | null;
  readonly role: string;
  readonly invitedById: string;
  readonly workspace: { readonly slug: string; readonly name: string };
}

/**
 * The invitation behind a link, if it still is one.
 *
 * @param email - whoever wants to use it; left out by who only looks.
 */
export async function findInvitation(
  token: string,
  email?: string,
): Promise<
  Outcome<
    { readonly invitation: OpenInvitation },
    Exclude<InvitationRefusal, "already_member">
  >
> {
  const found = await prisma().invitation.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { workspace: { select: { slug: true, name: true } } },
  });
  if (!found || found.revokedAt) return refused("not_found");
  if (found.acceptedAt) return refused("invitation_used");
  if (found.expiresAt <= new Date()) return refused("invitation_expired");
  if (email && found.email && found.email !== email)
    return refused("other_address");
  return { ok: true, invitation: found };
}
