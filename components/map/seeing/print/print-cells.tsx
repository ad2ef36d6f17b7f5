"use client";

import type { Card, JourneyMap, Lane, Stage } from "@/lib/journey/journey-map";
import { cellKey } from "@/lib/journey/ids";
import type { ColumnId } from "@/lib/journey/ids";
import { CardFace, cardStyle } from "../../drawing/card-face";
import { FieldFace } from "../../drawing/field-face";
import { attachmentsIn } from "../../map-index";

interface LaneOnPage {
  readonly map: JourneyMap;
  readonly lane: Lane;
  readonly stage: Stage;
}

/** Cards that stand side by side, one in a column; null where a column has no more. */
export interface Rank {
  readonly cards: readonly (Card | null)[];
  /** Cards of the stage as a whole have no edges between them. */
  readonly isOpen: boolean;
}

/** The cards of a lane on one page, row by row. */
export function ranksOf(
  map: JourneyMap,
  lane: Lane,
  stage: Stage,
): readonly Rank[] {
  const cardsIn = (id: ColumnId): readonly Card[] =>
    map.cells[cellKey(lane.id, id)] ?? [];
  const beside = Math.max(1, stage.touchpoints.length);
  const isOpen = lane.span === "stage";
  const columns = isOpen
    ? Array.from({ length: beside }, (_, at) =>
        cardsIn(stage.id).filter((_card, index) => index % beside === at),
      )
    : stage.touchpoints.map(({ id }) => cardsIn(id));
  const rows = Math.max(1, ...columns.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) => ({
    cards: columns.map((cards) => cards[row] ?? null),
    isOpen,
  }));
}

const look = "border-l border-line px-1.5 py-1";

interface CardCellsProps {
  readonly map: JourneyMap;
  readonly rank: Rank;
}

export function CardCells({ map, rank }: CardCellsProps) {
  return rank.cards.map((card, at) => (
    <td
      key={card?.id ?? at}
      className={rank.isOpen && at > 0 ? "px-1.5 py-1" : look}
    >
      {card ? (
        <div
          data-colour={card.colour ?? undefined}
          className={`${cardStyle(card)} wrap-anywhere hyphens-auto`}
        >
          <CardFace card={card} attachments={map.attachments[card.id] ?? []} />
        </div>
      ) : null}
    </td>
  ));
}

/** What a lane without cards says of each touchpoint. */
export function FieldCells({ map, lane, stage }: LaneOnPage) {
  if (stage.touchpoints.length === 0)
    return <td aria-hidden="true" className={look} />;
  return stage.touchpoints.map((touchpoint) => (
    <td key={touchpoint.id} className={look}>
      <FieldFace
        kind={lane.kind}
        touchpoint={touchpoint}
        attachments={attachmentsIn(map, lane.kind, touchpoint.id)}
      />
    </td>
  ));
}
