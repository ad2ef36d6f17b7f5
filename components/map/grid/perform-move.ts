import { moveCard } from "@/lib/journey/cards";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type { CardId, LaneId, StageId, TouchpointId } from "@/lib/journey/ids";
import { moveLane } from "@/lib/journey/lanes";
import { moveStage } from "@/lib/journey/stages";
import { moveTouchpoint } from "@/lib/journey/touchpoints";
import type { Place, Subject } from "./places";

/** Puts a thing where the hand would drop it. */
export function performMove(
  ctx: CommandContext,
  subject: Subject,
  place: Place,
): CommandResult {
  switch (place.kind) {
    case "stage":
      return moveStage(ctx, {
        stageId: subject.id as StageId,
        before: place.before,
      });
    case "lane":
      return moveLane(ctx, {
        laneId: subject.id as LaneId,
        before: place.before,
      });
    case "touchpoint": {
      const { stageId, before } = place;
      return moveTouchpoint(ctx, {
        touchpointId: subject.id as TouchpointId,
        stageId,
        before,
      });
    }
    case "card": {
      const { laneId, columnId, before } = place;
      return moveCard(ctx, {
        cardId: subject.id as CardId,
        laneId,
        columnId,
        before,
      });
    }
  }
}
