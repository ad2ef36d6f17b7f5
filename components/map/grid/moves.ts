import { moveCard } from "@/lib/journey/cards";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type { CardId, LaneId, StageId, TouchpointId } from "@/lib/journey/ids";
import { moveLane } from "@/lib/journey/lanes";
import { moveStage } from "@/lib/journey/stages";
import { moveTouchpoint } from "@/lib/journey/touchpoints";
import type { GridState, GridView } from "./grid-state";
import type { Place, Subject } from "./places";
import { cellOf } from "./shape";

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

/** What the selection stands on that could be moved, copied or deleted; null for a cell without a single card. */
export function subjectAt(state: GridState, view: GridView): Subject | null {
  if (state.card !== null) return { kind: "card", id: state.card };
  const cell = cellOf(view.shape, state.point);
  if (!cell) return null;
  switch (cell.role) {
    case "stage":
      return { kind: "stage", id: cell.columnId as StageId };
    case "touchpoint":
      return { kind: "touchpoint", id: cell.columnId as TouchpointId };
    case "placeholder":
      return { kind: "stage", id: cell.columnId as StageId };
    case "folded-stage":
      return cell.lane ? null : { kind: "stage", id: cell.columnId as StageId };
    case "lane":
    case "line":
    case "folded-lane":
      return cell.lane ? { kind: "lane", id: cell.lane.key } : null;
    case "cards": {
      const cards = view.cardsOf(cell);
      return cards.length === 1 && cards[0]
        ? { kind: "card", id: cards[0] }
        : null;
    }
    default:
      return null;
  }
}

/** The touchpoint in whose column the selection stands. */
export function touchpointAt(
  state: GridState,
  view: GridView,
): TouchpointId | null {
  const leaf = view.shape.leaves.find(({ key }) => key === state.point.leaf);
  return leaf?.kind === "touchpoint" ? (leaf.key as TouchpointId) : null;
}
