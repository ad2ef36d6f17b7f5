import type { Profile, SessionItem } from "@/lib/api/account";
import { isLocale } from "@/lib/i18n/config";
import { theme } from "@/lib/api/account";
import { prisma } from "@/server/db/prisma";
import { requireKeys } from "./require-defined";

/** What a person has told about themselves. */
export async function findProfile(filter: {
  userId: string;
}): Promise<Profile> {
  requireKeys(filter, ["userId"]);
  const user = await prisma().user.findUniqueOrThrow({
    where: { id: filter.userId },
  });
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    locale: isLocale(user.locale) ? user.locale : "en",
    theme: theme.safeParse(user.theme).data ?? "system",
    singleKeys: user.singleKeys,
    dismissedTips: user.dismissedTips,
  };
}

const idleDays = 14;
const dayMs = 24 * 60 * 60 * 1000;

/** Where a person is signed in, the latest first. */
export async function listSessions(filter: {
  userId: string;
  currentId: string;
}): Promise<SessionItem[]> {
  requireKeys(filter, ["userId", "currentId"]);
  const alive = new Date(Date.now() - idleDays * dayMs);
  const rows = await prisma().session.findMany({
    where: {
      userId: filter.userId,
      revokedAt: null,
      lastSeenAt: { gt: alive },
    },
    orderBy: { lastSeenAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.userAgent,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    current: row.id === filter.currentId,
  }));
}
