import type { CardId } from "@/lib/journey/ids";
import type { GridState, GridView } from "./grid-state";
import { repair, same } from "./navigation";
import { keepPicks } from "./picks";
import { cellOf } from "./shape";
import type { GridShape } from "./shape";

/** Follows the map when colleagues change it: nothing stays selected or open that is gone, and what moved is followed. */
export function follow(
  before: GridState,
  shape: GridShape,
  view: GridView,
): GridState {
  return followSelection(keepPicks(before, view), shape, view);
}

function followSelection(
  state: GridState,
  before: GridShape,
  view: GridView,
): GridState {
  const held = heldCard(state);
  const place = held === null ? null : view.whereIs(held);
  if (held !== null && place) {
    const cell = cellOf(view.shape, state.point);
    if (cell && view.cardsOf(cell).includes(held))
      return keepAnchor(state, view.shape);
    return { ...state, point: place, anchor: null };
  }
  const isLost = held !== null && state.edit?.target.kind !== "new-card";
  const point = repair(before, view.shape, state.point);
  const isMoved = !same(point, state.point);
  if (!isMoved && !isLost) return keepAnchor(state, view.shape);
  return keepAnchor({ ...state, point, card: null, edit: null }, view.shape);
}

/** The card that is selected or written; one that is about to be is held only once it is there. */
function heldCard({ edit, card }: GridState): CardId | null {
  const ref = edit?.target.kind === "text" ? edit.target.ref : null;
  return ref?.kind === "card" ? ref.id : card;
}

function keepAnchor(state: GridState, shape: GridShape): GridState {
  return state.anchor && !cellOf(shape, state.anchor)
    ? { ...state, anchor: null }
    : state;
}
