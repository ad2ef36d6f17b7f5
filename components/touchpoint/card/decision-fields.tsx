"use client";

import type { CardPartProps } from "./card-part-props";
import { DecisionForm } from "./decision-form";
import { useSetCard } from "./use-card";

/** What was decided about a pain or a gain, and why. */
export function DecisionFields({ card, canWrite }: CardPartProps) {
  const set = useSetCard(card.id);
  return (
    <DecisionForm
      decision={card.decision}
      onDecide={(decision) => set({ decision })}
      isDisabled={!canWrite}
    />
  );
}
