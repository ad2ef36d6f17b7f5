import type { StageId, TouchpointId } from "@/lib/journey/ids";
import type { GridState, GridView } from "./grid-state";
import type { Subject } from "./places";
import { cellOf } from "./shape";

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
