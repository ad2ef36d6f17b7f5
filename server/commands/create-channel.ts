import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { ChannelFields, ChannelListItem } from "@/lib/api/channels";
import type { Caller } from "@/server/audit";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { tellRowsChanged } from "@/server/row-events";

/** Makes a channel of the team's own, behind the others. */
export async function createChannel(
  { actor }: Caller<InsideActor>,
  fields: ChannelFields,
): Promise<Outcome<{ channel: ChannelListItem }, "forbidden">> {
  if (!can(actor, "catalogue:edit")) return refused("forbidden");
  const { workspaceId } = actor;
  const last = await prisma().channel.aggregate({
    where: { workspaceId },
    _max: { pos: true },
  });
  const pos = (last._max.pos ?? -1) + 1;
  const row = await prisma().channel.create({
    data: { ...fields, workspaceId, pos },
  });
  tellRowsChanged(workspaceId, "channel", row.id);
  const { id, key } = row;
  const unused = { archived: false, touchpoints: 0, journeys: 0 };
  return { ok: true, channel: { id, key, ...fields, ...unused } };
}
