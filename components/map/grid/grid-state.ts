import type { CardId, ColumnId, LaneId } from "@/lib/journey/ids";
import type { TextRef } from "@/lib/journey/texts";
import { cardText, newCard, takesTyping, textTarget } from "./edit-targets";
import { cardsAt, go } from "./grid-go";
import { firstPoint, same } from "./navigation";
import type { Step } from "./navigation";
import { cardsBetween, NO_PICKS, toggleAt, withSelected } from "./picks";
import type { Pick } from "./picks";
import { cellOf } from "./shape";
import type { GridCell, GridShape, Point } from "./shape";

/** What is being written: a text that exists, or a card that is born with its first character. */
export type EditTarget =
  | { readonly kind: "text"; readonly ref: TextRef }
  | {
      readonly kind: "new-card";
      readonly laneId: LaneId;
      readonly columnId: ColumnId;
      readonly before: CardId | null;
      /** What the card will be called, so that it is the same thing on the screen before and after its birth. */
      readonly cardId: CardId;
    };

export interface Edit {
  readonly target: EditTarget;
  /** Whether the first character replaces what stands there. */
  readonly replace: boolean;
}

export interface GridState {
  readonly point: Point;
  /** The other corner of the selection; null while one cell is selected. */
  readonly anchor: Point | null;
  /** The card that is selected inside the cell; null while the cell itself is. */
  readonly card: CardId | null;
  /** What was chosen one by one, to be changed together; wherever the selection itself goes. */
  readonly picks: readonly Pick[];
  readonly edit: Edit | null;
}

/** What the machine may ask about the map. */
export interface GridView {
  readonly shape: GridShape;
  readonly cardsOf: (cell: GridCell) => readonly CardId[];
  readonly isFilled: (cell: GridCell) => boolean;
  /** Where a card is drawn now; null if it is not on the map. */
  readonly whereIs: (card: CardId) => Point | null;
  readonly canWrite: boolean;
  /** A name for a card that is about to be. */
  readonly newCardId: () => CardId;
}

export type Intent =
  | { readonly type: "go"; readonly step: Step; readonly extend: boolean }
  | {
      readonly type: "select";
      readonly point: Point;
      readonly card: CardId | null;
      readonly extend: boolean;
    }
  /** One more thing is chosen, or no longer; without a point the selected one. */
  | {
      readonly type: "pick";
      readonly at: {
        readonly point: Point;
        readonly card: CardId | null;
      } | null;
    }
  | { readonly type: "select-all" }
  | { readonly type: "enter" }
  | { readonly type: "type" }
  | { readonly type: "add" }
  | { readonly type: "leave" }
  | {
      readonly type: "edit";
      readonly target: EditTarget;
      readonly replace: boolean;
    }
  | {
      readonly type: "commit";
      readonly then: "down" | "right" | "left" | "stay" | "another";
    };

/** What the machine cannot do itself. */
export type Effect =
  | { readonly type: "add-touchpoint"; readonly at: GridCell }
  | { readonly type: "unfold"; readonly at: GridCell }
  | { readonly type: "open-field"; readonly at: GridCell }
  | { readonly type: "insert-after"; readonly at: GridCell };

export interface Turn {
  readonly state: GridState;
  readonly effect: Effect | null;
}

export function startState(shape: GridShape): GridState {
  return {
    point: firstPoint(shape),
    anchor: null,
    card: null,
    picks: NO_PICKS,
    edit: null,
  };
}

export function turn(state: GridState, intent: Intent, view: GridView): Turn {
  const taken = take(state, intent, view);
  // Who writes works on one thing.
  return taken.state.edit && taken.state.picks.length > 0
    ? { ...taken, state: { ...taken.state, picks: NO_PICKS } }
    : taken;
}

function take(state: GridState, intent: Intent, view: GridView): Turn {
  switch (intent.type) {
    case "go":
      return quiet(go(state, intent, view));
    case "select":
      return quiet(select(state, intent, view));
    case "pick":
      return quiet(
        intent.at
          ? toggleAt(withSelected(state, view), intent.at, view)
          : toggleAt(state, state, view),
      );
    case "select-all":
      return quiet(selectAll(state, view.shape));
    case "enter":
      return enter(state, view);
    case "type":
      return quiet(startTyping(state, view));
    case "add":
      return add(state, view);
    case "leave":
      return quiet(leave(state));
    case "edit":
      return quiet(
        view.canWrite
          ? {
              ...state,
              anchor: null,
              edit: { target: intent.target, replace: intent.replace },
            }
          : state,
      );
    case "commit":
      return quiet(commit(state, intent.then, view));
  }
}

function quiet(state: GridState): Turn {
  return { state, effect: null };
}

function select(
  state: GridState,
  intent: Extract<Intent, { type: "select" }>,
  view: GridView,
): GridState {
  const { point, card, extend } = intent;
  const one = { point, anchor: null, card, picks: NO_PICKS, edit: null };
  if (!extend) return one;
  const here = cardsAt(state, view);
  if (card !== null && state.card !== null && here.includes(card))
    return { ...one, picks: cardsBetween(here, state.card, card) };
  const anchor = state.anchor ?? state.point;
  return { ...one, anchor: same(anchor, point) ? null : anchor, card: null };
}

/** First the whole lane, and when it is selected already the whole map. */
function selectAll(state: GridState, shape: GridShape): GridState {
  const first = shape.leaves[0];
  const last = shape.leaves.at(-1);
  const firstLane = shape.lanes[0];
  const lastLane = shape.lanes.at(-1);
  if (!first || !last || !firstLane || !lastLane) return state;
  const isLane =
    state.anchor !== null &&
    state.anchor.row === state.point.row &&
    state.anchor.leaf === first.key &&
    state.point.leaf === last.key;
  const isHeading =
    state.point.row === "stages" || state.point.row === "touchpoints";
  const [from, to] =
    isLane || isHeading
      ? [firstLane.key, lastLane.key]
      : [state.point.row, state.point.row];
  return {
    anchor: { row: from, leaf: first.key },
    point: { row: to, leaf: last.key },
    card: null,
    picks: NO_PICKS,
    edit: null,
  };
}

function enter(state: GridState, view: GridView): Turn {
  const cell = cellOf(view.shape, state.point);
  if (!cell) return quiet(state);
  const one = { ...state, anchor: null };
  switch (cell.role) {
    case "folded-stage":
    case "folded-lane":
      return { state: one, effect: { type: "unfold", at: cell } };
    case "placeholder":
    case "no-column":
      return view.canWrite
        ? { state: one, effect: { type: "add-touchpoint", at: cell } }
        : quiet(one);
    case "cards":
      return quiet(enterCards(one, cell, view));
    default:
      return enterText(one, cell, view);
  }
}

function enterText(state: GridState, cell: GridCell, view: GridView): Turn {
  const target = textTarget(cell);
  if (!target) return { state, effect: { type: "open-field", at: cell } };
  return quiet(
    view.canWrite ? { ...state, edit: { target, replace: false } } : state,
  );
}

function enterCards(
  state: GridState,
  cell: GridCell,
  view: GridView,
): GridState {
  const cards = view.cardsOf(cell);
  if (state.card === null && cards.length > 1) {
    return { ...state, card: cards[0] ?? null };
  }
  if (!view.canWrite) return state;
  const card = state.card ?? cards[0];
  if (card)
    return { ...state, edit: { target: cardText(card), replace: false } };
  return newCard(state, { cell, before: null, view });
}

function startTyping(state: GridState, view: GridView): GridState {
  const cell = cellOf(view.shape, state.point);
  if (!cell || !view.canWrite || !takesTyping(cell)) return state;
  if (cell.role !== "cards") {
    const target = textTarget(cell);
    return target
      ? { ...state, anchor: null, edit: { target, replace: true } }
      : state;
  }
  const cards = view.cardsOf(cell);
  const card = state.card ?? (cards.length === 1 ? cards[0] : null);
  if (card)
    return {
      ...state,
      anchor: null,
      edit: { target: cardText(card), replace: true },
    };
  return newCard(state, { cell, before: null, view });
}

function add(state: GridState, view: GridView): Turn {
  const cell = cellOf(view.shape, state.point);
  if (!cell || !view.canWrite) return quiet(state);
  if (cell.role === "cards")
    return quiet(newCard(state, { cell, before: after(state, view), view }));
  return { state, effect: { type: "insert-after", at: cell } };
}

/** A new card follows the selected one; without one it goes last. */
function after(state: GridState, view: GridView): CardId | null {
  const cards = cardsAt(state, view);
  const at = state.card === null ? -1 : cards.indexOf(state.card);
  return at < 0 ? null : (cards[at + 1] ?? null);
}

function leave(state: GridState): GridState {
  if (state.edit) return { ...state, edit: null };
  if (state.picks.length > 0) return { ...state, picks: NO_PICKS };
  if (state.card !== null) return { ...state, card: null };
  return { ...state, anchor: null };
}

function commit(
  state: GridState,
  then: Extract<Intent, { type: "commit" }>["then"],
  view: GridView,
): GridState {
  const done = { ...state, edit: null };
  // Who may no longer write is done with writing, and does not go on in the next cell.
  if (!view.canWrite) return done;
  switch (then) {
    case "stay":
      return done;
    case "another": {
      const cell = cellOf(view.shape, state.point);
      return cell?.role === "cards"
        ? newCard(done, { cell, before: after(state, view), view })
        : done;
    }
    case "down":
      return commitDown(done, view);
    default:
      return editBeside(done, then, view);
  }
}

function commitDown(state: GridState, view: GridView): GridState {
  if (state.card !== null) {
    const cards = cardsAt(state, view);
    const next = cards[cards.indexOf(state.card) + 1];
    if (next) return { ...state, card: next };
  }
  return go(
    { ...state, card: null },
    { type: "go", step: "down", extend: false },
    view,
  );
}

/** Tab keeps writing in the next cell with words; where none follows in the lane it only moves on. */
function editBeside(
  state: GridState,
  step: "left" | "right",
  view: GridView,
): GridState {
  let here: GridState = { ...state, card: null };
  for (;;) {
    const next = go(here, { type: "go", step, extend: false }, view);
    if (same(next.point, here.point)) return { ...state, card: null };
    const cell = cellOf(view.shape, next.point);
    if (cell && (takesTyping(cell) || textTarget(cell)))
      return editFirst(next, cell, view);
    here = next;
  }
}

function editFirst(
  state: GridState,
  cell: GridCell,
  view: GridView,
): GridState {
  if (cell.role === "cards") {
    const first = view.cardsOf(cell)[0];
    return first
      ? { ...state, edit: { target: cardText(first), replace: false } }
      : newCard(state, { cell, before: null, view });
  }
  const target = textTarget(cell);
  return target ? { ...state, edit: { target, replace: false } } : state;
}
