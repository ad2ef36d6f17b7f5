import type { CardId } from "@/lib/journey/ids";
import type { GridState, GridView, Intent } from "./grid-state";
import { same, walk } from "./navigation";
import type { Step } from "./navigation";
import { NO_PICKS, stretchTo } from "./picks";
import { cellOf } from "./shape";

type Go = Extract<Intent, { type: "go" }>;

/** One step of the keys: between the cards of a cell, or from cell to cell. */
export function go(
  state: GridState,
  { step, extend }: Go,
  view: GridView,
): GridState {
  if (state.card !== null) {
    const inside = stepInside(state, step, view);
    if (inside?.card && extend) return stretchTo(state, inside.card);
    if (inside) return inside;
  }
  const point = walk(
    { shape: view.shape, isFilled: view.isFilled },
    state.point,
    step,
  );
  const anchor = extend ? (state.anchor ?? state.point) : null;
  return {
    point,
    anchor: anchor && same(anchor, point) ? null : anchor,
    card: null,
    picks: extend ? NO_PICKS : state.picks,
    edit: null,
  };
}

/** Between the cards of one cell the arrows go from card to card and stop at its ends. */
function stepInside(
  state: GridState,
  step: Step,
  view: GridView,
): GridState | null {
  const deltas: Partial<Record<Step, number>> = {
    up: -1,
    left: -1,
    down: 1,
    right: 1,
  };
  const delta = deltas[step];
  if (delta === undefined) return null;
  const cards = cardsAt(state, view);
  const at = cards.findIndex((id) => id === state.card);
  return { ...state, card: cards[at + delta] ?? state.card };
}

/** The cards of the cell where the selection stands. */
export function cardsAt(state: GridState, view: GridView): readonly CardId[] {
  const cell = cellOf(view.shape, state.point);
  return cell ? view.cardsOf(cell) : [];
}
