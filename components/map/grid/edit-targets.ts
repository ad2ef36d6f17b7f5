import type { CardId, TouchpointId } from "@/lib/journey/ids";
import type { TextRef } from "@/lib/journey/texts";
import type { EditTarget, GridState, GridView } from "./grid-state";
import type { GridCell, LaneRow } from "./shape";

/** The text that Enter writes in; null for cells that are filled by choosing. */
export function textTarget(cell: GridCell): EditTarget | null {
  if (cell.role === "lane" && cell.lane) return laneTitle(cell.lane);
  if (cell.role === "line" && cell.lane) return laneTitle(cell.lane);
  if (cell.role === "stage" && cell.columnId) {
    const ref = { kind: "stage", id: cell.columnId, field: "title" } as TextRef;
    return { kind: "text", ref };
  }
  const id = cell.columnId as TouchpointId | null;
  if (id === null) return null;
  const isTitle =
    cell.role === "touchpoint" ||
    (cell.role === "field" && cell.lane?.kind === "touchpoint");
  if (isTitle)
    return { kind: "text", ref: { kind: "touchpoint", id, field: "title" } };
  if (cell.role === "field" && cell.lane?.kind === "message") {
    return { kind: "text", ref: { kind: "touchpoint", id, field: "message" } };
  }
  return null;
}

function laneTitle(lane: LaneRow): EditTarget {
  return { kind: "text", ref: { kind: "lane", id: lane.key, field: "title" } };
}

/** Typing writes only where words stand; on headings and chosen values letters are commands. */
export function takesTyping(cell: GridCell): boolean {
  return (
    cell.role === "cards" ||
    (cell.role === "field" && textTarget(cell) !== null)
  );
}

/** The words of a card that is there. */
export function cardText(id: CardId): EditTarget {
  return { kind: "text", ref: { kind: "card", id } };
}

interface Birth {
  readonly cell: GridCell;
  readonly before: CardId | null;
  readonly view: GridView;
}

/** A card that is about to be. */
export function newCard(
  state: GridState,
  { cell, before, view }: Birth,
): GridState {
  if (!cell.lane || !cell.columnId) return state;
  const target: EditTarget = {
    kind: "new-card",
    laneId: cell.lane.key,
    columnId: cell.columnId,
    before,
    cardId: view.newCardId(),
  };
  return { ...state, anchor: null, edit: { target, replace: false } };
}
