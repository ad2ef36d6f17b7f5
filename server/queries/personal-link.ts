import type { PersonalLinkInfo, PersonalLinkState } from "@/lib/api/person";
import { isLocale } from "@/lib/i18n/config";
import { prisma } from "@/server/db/prisma";
import { env } from "@/server/env";
import { personalUrl } from "@/server/person/tokens";
import { requireKeys } from "./require-defined";

async function creatorOf(
  workspaceId: string,
  userId: string,
): Promise<PersonalLinkInfo["createdBy"]> {
  const member = await prisma().membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { user: { select: { id: true, name: true } } },
  });
  return member?.user ?? null;
}

/**
 * The personal link that a stakeholder has now: working or expired, not one that was revoked. Whoever holds its address
 * is its stakeholder, so nobody else is told it but, where no mail goes out, whoever has just made it.
 */
export async function findPersonalLink(filter: {
  workspaceId: string;
  stakeholderId: string;
  /** The one that the reader has just made. */
  madeId: string | null;
}): Promise<PersonalLinkState> {
  requireKeys(filter, ["workspaceId", "stakeholderId", "madeId"]);
  const { workspaceId, stakeholderId, madeId } = filter;
  const canMail = env.SMTP_URL !== undefined;
  const row = await prisma().personalLink.findFirst({
    where: { workspaceId, stakeholderId, revokedAt: null },
    orderBy: { id: "desc" },
  });
  if (!row) return { link: null, canMail };
  const url = personalUrl(row.tokenSealed);
  const link: PersonalLinkInfo = {
    id: row.id,
    url: row.id === madeId && !canMail ? url : null,
    isReadable: url !== null,
    state: row.expiresAt <= new Date() ? "expired" : "active",
    locale: isLocale(row.locale) ? row.locale : null,
    createdBy: await creatorOf(workspaceId, row.createdById),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
  return { link, canMail };
}
