import type { Card } from "@/lib/journey/journey-map";

/** What every part of a card's record is given. */
export interface CardPartProps {
  readonly card: Card;
  /** Whether anything may be changed right now. */
  readonly canWrite: boolean;
}
