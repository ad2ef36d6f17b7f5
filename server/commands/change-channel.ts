import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { ChannelFields, ChannelListItem } from "@/lib/api/channels";
import type { Caller } from "@/server/audit";
import { prisma, type Transaction } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { findChannel } from "@/server/queries/channels";
import { tellRowsChanged } from "@/server/row-events";

export interface ChannelChange {
  readonly channelId: string;
  readonly fields: Partial<ChannelFields>;
  readonly archived?: boolean | undefined;
  /** The channel to stand in front of; null is the end, undefined stays. */
  readonly before?: string | null | undefined;
}

/** Numbers the channels anew with one of them moved; false where the place is not there. */
async function move(
  through: Transaction,
  workspaceId: string,
  { channelId, before }: { channelId: string; before: string | null },
): Promise<boolean> {
  const rows = await through.channel.findMany({
    where: { workspaceId, id: { not: channelId } },
    orderBy: [{ pos: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const ids = rows.map((row) => row.id);
  const at = before === null ? ids.length : ids.indexOf(before);
  if (at < 0) return false;
  ids.splice(at, 0, channelId);
  for (const [pos, id] of ids.entries())
    await through.channel.updateMany({
      where: { workspaceId, id, pos: { not: pos } },
      data: { pos },
    });
  return true;
}

/**
 * Changes, moves, archives or brings back a channel. A built-in one keeps its name and icon, which
 * the catalogue gives it in every language: refused as a conflict.
 */
export async function changeChannel(
  { actor }: Caller<InsideActor>,
  change: ChannelChange,
): Promise<
  Outcome<{ channel: ChannelListItem }, "forbidden" | "not_found" | "conflict">
> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const { channelId, fields, archived, before } = change;
  const found = await findChannel({ workspaceId, channelId });
  if (!found) return refused("not_found");
  if (found.key !== null && Object.keys(fields).length > 0)
    return refused("conflict");
  const isDone = await prisma().$transaction(async (through) => {
    if (
      before !== undefined &&
      !(await move(through, workspaceId, { channelId, before }))
    )
      return false;
    const archivedAt = archived ? new Date() : null;
    await through.channel.updateMany({
      where: { workspaceId, id: channelId },
      data: { ...fields, ...(archived !== undefined && { archivedAt }) },
    });
    return true;
  });
  if (!isDone) return refused("not_found");
  tellRowsChanged(workspaceId, "channel", channelId);
  const channel = await findChannel({ workspaceId, channelId });
  return channel ? { ok: true, channel } : refused("not_found");
}
