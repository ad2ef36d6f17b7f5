"use client";

import { cx } from "@/components/ui/cx";
import type { Attachment, Card, JourneyMap } from "@/lib/journey/journey-map";
import { CardFace, cardStyle } from "../../drawing/card-face";
import { CardMenu } from "../../outline/card-menu";
import { isTextOf, textTarget } from "../../outline/outline-write";
import type { ViewWrite } from "../view-props";

interface CanvasCardProps {
  readonly map: JourneyMap;
  readonly card: Card;
  readonly write: ViewWrite | null;
}

const NONE: readonly Attachment[] = [];

/** A card in large letters; pressed, it is written in where it stands. */
export function CanvasCard({ map, card, write }: CanvasCardProps) {
  const target = textTarget(card);
  const isEditing = write !== null && isTextOf(write.target, card.id);
  return (
    <li
      data-colour={card.colour ?? undefined}
      className={cx(
        cardStyle(card),
        "group/card rounded-md! px-2.5! text-[1em]! leading-snug!",
      )}
    >
      <CardFace
        card={card}
        attachments={map.attachments[card.id] ?? NONE}
        editor={
          isEditing
            ? write.renderEditor({ target, replace: false }, () => undefined)
            : undefined
        }
        onTap={write ? () => write.edit(target) : undefined}
      />
      {write && !isEditing ? (
        <span className="absolute top-1 right-1 rounded-sm bg-surface opacity-0 transition-opacity group-hover/card:opacity-100 focus-within:opacity-100 pointer-coarse:opacity-100">
          <CardMenu {...{ card, write }} size="sm" />
        </span>
      ) : null}
    </li>
  );
}
