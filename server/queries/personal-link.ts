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

/** The personal link that a stakeholder has now: working or expired, not one that was revoked. */
export async function findPersonalLink(filter: {
  workspaceId: string;
  stakeholderId: string;
}): Promise<PersonalLinkState> {
  requireKeys(filter, ["workspaceId", "stakeholderId"]);
  const { workspaceId, stakeholderId } = filter;
  const canMail = env.SMTP_URL !== undefined;
  const row = await prisma().personalLink.findFirst({
    where: { workspaceId, stakeholderId, revokedAt: null },
    orderBy: { id: "desc" },
  });
  if (!row) return { link: null, canMail };
  const link: PersonalLinkInfo = {
    id: row.id,
    url: personalUrl(row.tokenSealed),
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
