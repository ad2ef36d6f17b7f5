import { randomUUID } from "node:crypto";
import { addAttachment, deleteAttachment } from "@/lib/journey/attachments";
import { addCard, deleteCard } from "@/lib/journey/cards";
import { addChannel } from "@/lib/journey/channels";
import { addChecklistItem } from "@/lib/journey/checklist";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import { setEmotion } from "@/lib/journey/emotions";
import type { ChannelId, PersonaId, StakeholderId } from "@/lib/journey/ids";
import { addLane, deleteLane } from "@/lib/journey/lanes";
import { link } from "@/lib/journey/links";
import { linkPersona } from "@/lib/journey/meta";
import { setOwner } from "@/lib/journey/owners";
import { addStage, deleteStage } from "@/lib/journey/stages";
import { addTouchpoint, deleteTouchpoint } from "@/lib/journey/touchpoints";
import { prisma } from "@/server/db/prisma";
import { withDocument } from "@/server/sync/door";

/** What of a map can be in its trash. */
export type TrashKind = "stage" | "touchpoint" | "lane" | "card" | "attachment";

/** Rows of a workspace that a map names. */
interface Rows {
  readonly channelId: ChannelId;
  readonly personaId: PersonaId;
  readonly stakeholderId: StakeholderId;
}

/** The ids of one of everything on a map. */
export interface MapIds extends Rows, Readonly<Record<string, string>> {
  readonly journeyId: string;
  readonly stageId: string;
  readonly touchpointId: string;
  readonly itemId: string;
  readonly laneId: string;
  readonly cardId: string;
  readonly attachmentId: string;
}

interface Where {
  readonly journeyId: string;
  readonly workspaceId: string;
  readonly userId: string;
}

function must<T extends object>(
  result: CommandResult<T>,
): T & { readonly ok: true } {
  if (!result.ok) throw new Error(result.reason);
  return result;
}

async function createRows(workspaceId: string): Promise<Rows> {
  const data = { workspaceId, name: `Of a map ${randomUUID()}` };
  const updatedAt = new Date();
  const [channel, persona, stakeholder] = await Promise.all([
    prisma().channel.create({ data }),
    prisma().persona.create({ data: { ...data, updatedAt } }),
    prisma().stakeholder.create({
      data: { ...data, kind: "person", updatedAt },
    }),
  ]);
  return {
    channelId: channel.id as ChannelId,
    personaId: persona.id as PersonaId,
    stakeholderId: stakeholder.id as StakeholderId,
  };
}

function fill(ctx: CommandContext, rows: Rows) {
  const { stageId } = must(addStage(ctx, { title: "Stage" }));
  const { touchpointId } = must(addTouchpoint(ctx, { stageId }));
  const { itemId } = must(addChecklistItem(ctx, { touchpointId }));
  const { laneId } = must(addLane(ctx, { kind: "action", title: "To do" }));
  const { cardId } = must(addCard(ctx, { laneId, columnId: stageId }));
  const page = {
    kind: "link",
    name: "Page",
    url: "https://example.org",
  } as const;
  const { attachmentId } = must(addAttachment(ctx, { ...page, on: cardId }));
  const { channelId, personaId, stakeholderId } = rows;
  must(linkPersona(ctx, { personaId }));
  must(addChannel(ctx, { touchpointId, channelId }));
  must(setOwner(ctx, { touchpointId, stakeholderId, role: "involved" }));
  must(setEmotion(ctx, { touchpointId, personaId, value: 1 }));
  must(link(ctx, { from: cardId, to: touchpointId, kind: "solves" }));
  return { stageId, touchpointId, itemId, laneId, cardId, attachmentId };
}

function trash(
  ctx: CommandContext,
  ids: ReturnType<typeof fill>,
  kind: TrashKind,
): CommandResult {
  switch (kind) {
    case "stage":
      return deleteStage(ctx, ids);
    case "touchpoint":
      return deleteTouchpoint(ctx, ids);
    case "lane":
      return deleteLane(ctx, ids);
    case "card":
      return deleteCard(ctx, ids);
    case "attachment":
      return deleteAttachment(ctx, ids);
  }
}

/** Puts one of everything on a map. */
export async function createMap(
  { journeyId, workspaceId, userId }: Where,
  inTrash?: TrashKind,
): Promise<MapIds> {
  const rows = await createRows(workspaceId);
  const author = { kind: "user", id: userId } as const;
  const { value } = await withDocument(journeyId, author, null, (ctx) => {
    const ids = fill(ctx, rows);
    if (inTrash) must(trash(ctx, ids, inTrash));
    return ids;
  });
  if (!value) throw new Error("not made");
  return { journeyId, ...rows, ...value };
}
