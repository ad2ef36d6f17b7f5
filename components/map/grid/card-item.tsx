"use client";

import { memo } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { cx } from "@/components/ui/cx";
import type { Attachment, Card } from "@/lib/journey/journey-map";
import { CardFace, cardStyle } from "../drawing/card-face";
import { CellEditor } from "../editing/cell-editor";
import type { Edit } from "./grid-state";
import { useGridAccess, useGridState, useHand } from "./grid-context";
import { isPicked } from "./picks";
import { PickedMark } from "./picked-mark";

interface CardItemProps {
  readonly card: Card;
  readonly isSelected: boolean;
  /** What is being written on this card. */
  readonly edit: Edit | null;
}

const NOTHING: readonly Attachment[] = [];

/** A card on the map; drawn again only when it, or its part in the selection, changes. */
export const CardItem = memo(function CardItem({
  card,
  isSelected,
  edit,
}: CardItemProps) {
  const attachments = useJourneyMap(
    (map) => map.attachments[card.id] ?? NOTHING,
  );
  const { canWrite } = useGridAccess();
  const isHeld = useHand((hand) => hand?.subject.id === card.id);
  const picked = useGridState((state) => isPicked(state.picks, card.id));
  return (
    <div
      role="listitem"
      data-card={card.id}
      data-drag="card"
      data-picked={picked || undefined}
      data-id={card.id}
      data-colour={card.colour ?? undefined}
      tabIndex={isSelected ? 0 : -1}
      className={cx(
        cardStyle(card),
        "outline-none transition-opacity",
        picked && "shadow-[0_0_0_2px_var(--accent)]",
        isSelected && "shadow-[0_0_0_2px_var(--focus)]",
        isHeld && "opacity-40",
      )}
    >
      <CardFace
        card={card}
        attachments={attachments}
        isOpenable={canWrite}
        editor={edit ? <CellEditor edit={edit} label="card" /> : undefined}
      />
      {picked ? <PickedMark /> : null}
    </div>
  );
});
