import { reviveAttachment } from "@/lib/journey/attachments";
import { reviveCard } from "@/lib/journey/cards";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type {
  AttachmentId,
  CardId,
  LaneId,
  StageId,
  TouchpointId,
} from "@/lib/journey/ids";
import { reviveLane } from "@/lib/journey/lanes";
import { reviveStage } from "@/lib/journey/stages";
import { reviveTouchpoint } from "@/lib/journey/touchpoints";

/** Takes a deleted thing back out of the trash. */
export function revive(
  ctx: CommandContext,
  subject: { kind: string; id: string },
): CommandResult {
  switch (subject.kind) {
    case "stage":
      return reviveStage(ctx, { stageId: subject.id as StageId });
    case "touchpoint":
      return reviveTouchpoint(ctx, {
        touchpointId: subject.id as TouchpointId,
      });
    case "lane":
      return reviveLane(ctx, { laneId: subject.id as LaneId });
    case "attachment":
      return reviveAttachment(ctx, {
        attachmentId: subject.id as AttachmentId,
      });
    default:
      return reviveCard(ctx, { cardId: subject.id as CardId });
  }
}
