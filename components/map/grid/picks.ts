import { cellKey } from "@/lib/journey/ids";
import type { CardId, ColumnId, TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { GridState, GridView } from "./grid-state";
import type { Subject } from "./places";
import { selectedCells } from "./selected-cells";
import { cellOf } from "./shape";
import type { GridCell, Point } from "./shape";

/** A card or touchpoint that is chosen together with others. */
export type Pick =
  | { readonly kind: "card"; readonly id: CardId }
  | { readonly kind: "touchpoint"; readonly id: TouchpointId };

export const NO_PICKS: readonly Pick[] = [];

/** Everything that is chosen at once. */
export interface Chosen {
  readonly cards: readonly CardId[];
  /** Touchpoints chosen as themselves, by their headings. */
  readonly touchpoints: readonly TouchpointId[];
  /** Touchpoints of which anything is chosen, a heading or a field. */
  readonly columns: readonly TouchpointId[];
}

const sets = new WeakMap<readonly Pick[], ReadonlySet<string>>();

/** Whether a card or touchpoint is among the chosen; asked by every card at every step. */
export function isPicked(picks: readonly Pick[], id: string | null): boolean {
  if (picks.length === 0 || id === null) return false;
  let ids = sets.get(picks);
  if (!ids) {
    ids = new Set<string>(picks.map((pick) => pick.id));
    sets.set(picks, ids);
  }
  return ids.has(id);
}

interface Spot {
  readonly point: Point;
  readonly card: CardId | null;
}

/** What could be chosen at a spot; a cell with a single card stands for it. */
export function pickAt(view: GridView, { point, card }: Spot): Pick | null {
  if (card !== null) return { kind: "card", id: card };
  const cell = cellOf(view.shape, point);
  if (cell?.role === "touchpoint")
    return { kind: "touchpoint", id: cell.columnId as TouchpointId };
  const cards = cell ? view.cardsOf(cell) : [];
  return cards.length === 1 && cards[0] ? { kind: "card", id: cards[0] } : null;
}

/** Adds what stands at a spot to the chosen, or takes it out. */
export function toggleAt(
  state: GridState,
  spot: Spot,
  view: GridView,
): GridState {
  const pick = pickAt(view, spot);
  const next = { ...state, ...spot, anchor: null, edit: null };
  if (!pick) return next;
  const picks = isPicked(state.picks, pick.id)
    ? state.picks.filter(({ id }) => id !== pick.id)
    : [...state.picks, pick];
  return { ...next, picks };
}

/** Choosing one more counts what was selected before as the first one. */
export function withSelected(state: GridState, view: GridView): GridState {
  if (state.picks.length > 0) return state;
  if (state.anchor) return { ...state, picks: picksIn(state, view) };
  const selected = pickAt(view, state);
  return selected ? { ...state, picks: [selected] } : state;
}

function picksIn(state: GridState, view: GridView): Pick[] {
  const { cards, touchpoints } = chosenOf(state, view);
  return [
    ...touchpoints.map((id): Pick => ({ kind: "touchpoint", id })),
    ...cards.map((id): Pick => ({ kind: "card", id })),
  ];
}

/** From card to card inside a cell: onto a chosen one gives the last one back, else one more is chosen. */
export function stretchTo(state: GridState, next: CardId): GridState {
  if (state.card === null || next === state.card) return state;
  const here: Pick = { kind: "card", id: state.card };
  const there: Pick = { kind: "card", id: next };
  const isBack =
    isPicked(state.picks, here.id) && isPicked(state.picks, there.id);
  const picks = isBack
    ? state.picks.filter(({ id }) => id !== here.id)
    : [here, there].reduce<readonly Pick[]>(
        (all, pick) => (isPicked(all, pick.id) ? all : [...all, pick]),
        state.picks,
      );
  return { ...state, card: next, picks };
}

/** All cards of a cell between two of them. */
export function cardsBetween(
  cards: readonly CardId[],
  one: CardId,
  other: CardId,
): Pick[] {
  const ends = [cards.indexOf(one), cards.indexOf(other)];
  return cards
    .slice(Math.min(...ends), Math.max(...ends) + 1)
    .map((id): Pick => ({ kind: "card", id }));
}

/** What was picked one by one, or what stands in the block of selected cells. */
export function chosenOf(state: GridState, view: GridView): Chosen {
  if (state.picks.length > 0) {
    const touchpoints = state.picks.flatMap((pick) =>
      pick.kind === "touchpoint" ? [pick.id] : [],
    );
    const cards = state.picks.flatMap((pick) =>
      pick.kind === "card" ? [pick.id] : [],
    );
    return { cards, touchpoints, columns: touchpoints };
  }
  const cells = state.anchor ? selectedCells(state, view.shape).flat() : [];
  const ids = (roles: readonly GridCell["role"][]) => [
    ...new Set(
      cells
        .filter(({ role }) => roles.includes(role))
        .map(({ columnId }) => columnId as TouchpointId),
    ),
  ];
  return {
    cards: cells.flatMap((cell) => view.cardsOf(cell)),
    touchpoints: ids(["touchpoint"]),
    columns: ids(["touchpoint", "field"]),
  };
}

/** As they stand on the map: by column, then lane, then place. */
export function inMapOrder<T extends { readonly id: string }>(
  map: JourneyMap,
  picks: readonly T[],
): T[] {
  const columns = map.stages.flatMap(({ id, touchpoints }) => [
    id as string,
    ...touchpoints.map((point) => point.id as string),
  ]);
  const cells = columns.flatMap((column) =>
    map.lanes.flatMap(
      ({ id }) => map.cells[cellKey(id, column as ColumnId)] ?? [],
    ),
  );
  const order = [...columns, ...cells.map(({ id }) => id as string)];
  const rank = new Map(order.map((id, at) => [id, at]));
  return picks.toSorted(
    (a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0),
  );
}

/** Who moves one of the chosen moves all of its kind, in their order on the map. */
export function carriedWith(
  picks: readonly Pick[],
  map: JourneyMap,
  subject: Subject,
): readonly Subject[] {
  if (!isPicked(picks, subject.id)) return [subject];
  return inMapOrder(
    map,
    picks.filter(({ kind }) => kind === subject.kind),
  );
}

/** Whether several things are chosen, so that they can be changed together. */
export function isMany(state: GridState, view: GridView): boolean {
  if (state.edit) return false;
  if (state.picks.length > 0) return true;
  if (!state.anchor) return false;
  const { cards, columns } = chosenOf(state, view);
  return cards.length + columns.length > 1;
}

/** Lets go of what a colleague deleted or folded away. */
export function keepPicks(state: GridState, view: GridView): GridState {
  if (state.picks.length === 0) return state;
  const kept = state.picks.filter((pick) =>
    pick.kind === "card"
      ? view.whereIs(pick.id) !== null
      : view.shape.leaves.some(({ key }) => key === pick.id),
  );
  if (kept.length === state.picks.length) return state;
  return { ...state, picks: kept.length === 0 ? NO_PICKS : kept };
}
