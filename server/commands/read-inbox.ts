import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

type Read = Outcome<object, "forbidden" | "not_found">;

/** Marks one thing that a member was told as read, or as unread again. */
export async function readNotification(
  { actor }: Caller<InsideActor>,
  { notificationId, isRead }: { notificationId: string; isRead: boolean },
): Promise<Read> {
  if (!can(actor, "inbox:change")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  const whose = { workspaceId, userId, id: notificationId };
  const found = await prisma().notification.count({
    where: { ...whose, journey: { deletedAt: null } },
  });
  if (found === 0) return refused("not_found");
  await prisma().notification.updateMany({
    where: { ...whose, readAt: isRead ? null : { not: null } },
    data: { readAt: isRead ? new Date() : null },
  });
  return { ok: true };
}

/** Marks all that a member was told up to a moment as read: what came since they looked stays unread. */
export async function readInbox(
  { actor }: Caller<InsideActor>,
  upTo: Date,
): Promise<Read> {
  if (!can(actor, "inbox:change")) return refused("forbidden");
  const { workspaceId, userId } = actor;
  await prisma().notification.updateMany({
    where: { workspaceId, userId, readAt: null, createdAt: { lte: upTo } },
    data: { readAt: new Date() },
  });
  return { ok: true };
}
