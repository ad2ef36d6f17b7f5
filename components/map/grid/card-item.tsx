"use client";

import { memo } from "react";
import { CommentMark } from "@/components/conversation/comment-mark";
import { cx } from "@/components/ui/cx";
import type { Attachment, Card } from "@/lib/journey/journey-map";
import { CardFace, manyCardsStyle } from "../drawing/card-face";
import { AddFact, lacksFact } from "../drawing/card-facts";
import { CellEditor } from "../editing/cell-editor";
import type { Edit } from "./grid-state";
import { useOffersWriting } from "./grid-context";
import { PickedMark } from "./picked-mark";
import { useOver } from "./use-over";

interface CardItemProps {
  readonly card: Card;
  readonly attachments: readonly Attachment[];
  readonly isSelected: boolean;
  readonly isHeld: boolean;
  readonly isPicked: boolean;
  /** Whether what it says besides its words can be changed now. */
  readonly isOpenable: boolean;
  /** What is being written on this card. */
  readonly edit: Edit | null;
}

/** A card on the map; drawn again only when it, or its part in the selection, changes. Its cell asks for it. */
export const CardItem = memo(function CardItem({
  card,
  attachments,
  isSelected,
  isHeld,
  isPicked,
  isOpenable,
  edit,
}: CardItemProps) {
  const { isOver, over } = useOver();
  const isLacking = lacksFact(card);
  const offersFact = isLacking && (isOver || isSelected);
  return (
    <div
      role="listitem"
      data-card={card.id}
      data-drag="card"
      data-picked={isPicked || undefined}
      data-id={card.id}
      data-colour={card.colour ?? undefined}
      tabIndex={isSelected ? 0 : -1}
      {...(isLacking ? over : null)}
      className={cx(
        manyCardsStyle(card),
        (offersFact || isPicked) && "relative",
        "outline-none transition-opacity",
        isPicked && "shadow-[0_0_0_2px_var(--accent)]",
        isSelected && "shadow-[0_0_0_2px_var(--focus)]",
        isHeld && "opacity-40",
      )}
    >
      <CardFace
        card={card}
        attachments={attachments}
        isOpenable={isOpenable}
        isInGrid
        editor={edit ? <CellEditor edit={edit} label="card" /> : undefined}
      />
      <CommentMark kind="card" id={card.id} isInGrid className="-mb-1 -ml-1" />
      {offersFact ? <AddFactHere card={card} /> : null}
      {isPicked ? <PickedMark /> : null}
    </div>
  );
});

function AddFactHere({ card }: { readonly card: Card }) {
  return useOffersWriting() ? <AddFact card={card} /> : null;
}
