import type { CardKind } from "@/lib/journey/vocabulary";

/** What cards of some kinds say besides their words. */
export const FACT_OF = {
  pain: "decision",
  gain: "decision",
  action: "task",
  opportunity: "score",
  metric: "metric",
} as const satisfies Partial<Record<CardKind, string>>;
export type FactKind = (typeof FACT_OF)[keyof typeof FACT_OF];

/** What a card of this kind can say besides its words; null: nothing. */
export function factOf(kind: CardKind): FactKind | null {
  return kind in FACT_OF ? FACT_OF[kind as keyof typeof FACT_OF] : null;
}
