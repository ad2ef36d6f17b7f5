import { isId } from "./ids";
import type { Card } from "./journey-map";
import type { CardRow, ProjectionScope } from "./projection-rows";

/** A card with where it is among those of its cell, or of the tray. */
export interface PlacedCard {
  readonly card: Card;
  readonly isPlaced: boolean;
  readonly ordinal: number;
}

/**
 * A map that is kept up to date keeps the cards that did not change, so their rows need not be made again: of 5,000
 * cards that was most of what a change of one of them cost the server.
 */
const known = new WeakMap<Card, CardRow>();

/**
 * The row of a card; the same object as before where it says the same.
 *
 * @param origins - by card, what it was made out of.
 */
export function cardRow(
  { card, isPlaced, ordinal }: PlacedCard,
  { workspaceId, journeyId }: ProjectionScope,
  origins: ReadonlyMap<string, string>,
): CardRow {
  const laneId = isPlaced ? card.laneId : null;
  const columnId = isPlaced ? card.columnId : null;
  const originId = origins.get(card.id) ?? null;
  const before = known.get(card);
  if (
    before?.journeyId === journeyId &&
    before.workspaceId === workspaceId &&
    before.laneId === laneId &&
    before.columnId === columnId &&
    before.ordinal === ordinal &&
    before.originId === originId
  )
    return before;
  const { id, kind, text, colour, metric, decision, score } = card;
  const row: CardRow = {
    workspaceId,
    journeyId,
    id,
    kind,
    text,
    colour,
    metricValue: metric?.value ?? null,
    metricUnit: metric?.unit ?? null,
    decisionStatus: decision?.status ?? null,
    decisionReason: decision?.reason ?? null,
    ...decidedColumns(decision),
    customerValue: score?.customerValue ?? null,
    businessValue: score?.businessValue ?? null,
    effort: score?.effort ?? null,
    originId,
    laneId,
    columnId,
    ordinal,
  };
  known.set(card, row);
  return row;
}

/** The last moment that a date can hold. */
const LAST_MOMENT = 8.64e15;

/** Anyone who may edit can write any name and number; what no column can hold is not told. */
function decidedColumns(decision: Card["decision"]) {
  const { by = null, at = -1 } = decision?.stamp ?? {};
  const isMoment = Number.isInteger(at) && at >= 0 && at <= LAST_MOMENT;
  return {
    decidedById: isId(by) ? by : null,
    decidedAt: isMoment ? at : null,
  };
}
