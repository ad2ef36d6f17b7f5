/** What is counted of a journey, to tell whether it needs somebody. */
export interface JourneyCounts {
  readonly touchpoints: number;
  readonly withoutOwner: number;
  /** Touchpoints at which some persona is unhappy, and of those at which one is very unhappy. */
  readonly unhappy: number;
  readonly veryUnhappy: number;
  /** Of all who begin, how many are lost on the way, 0 to 1; null where no touchpoint says. */
  readonly lost: number | null;
  readonly undecidedPains: number;
  readonly overdueTasks: number;
  /** Touchpoints at which what is felt is only assumed, and those at which the evidence for it is old. */
  readonly assumed: number;
  readonly stale: number;
  /** For how many days a review has been due; null where none is. */
  readonly reviewOverdueDays: number | null;
}

export const ATTENTION_REASONS = [
  "unhappy",
  "lost",
  "withoutOwner",
  "undecidedPains",
  "overdueTasks",
  "reviewOverdue",
  "assumed",
  "stale",
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

export interface Attention {
  /** 0 to 100; a working figure of ours that only sorts. */
  readonly score: number;
  /** What speaks for it, what weighs most first. */
  readonly reasons: readonly AttentionReason[];
}

/**
 * How much each reason counts where it is at its worst; together 100. Ours: feelings and losses first, because they
 * are the customer's, then what nobody looks after, and last how sure all that is.
 */
export const ATTENTION_WEIGHTS: Readonly<Record<AttentionReason, number>> = {
  unhappy: 30,
  lost: 25,
  withoutOwner: 12,
  undecidedPains: 8,
  overdueTasks: 10,
  reviewOverdue: 5,
  assumed: 5,
  stale: 5,
};

/** So many of them are as bad as it gets. */
const WORST = { pains: 5, tasks: 5, days: 90 } as const;

const upTo1 = (value: number) => Math.min(1, Math.max(0, value));

/** Weighs what was counted. Of a journey without touchpoints nothing but its review and tasks can be said. */
export function attentionOf(counts: JourneyCounts): Attention {
  const of = Math.max(1, counts.touchpoints);
  const overdue = counts.reviewOverdueDays;
  const shares: Readonly<Record<AttentionReason, number>> = {
    // Very unhappy counts whole, unhappy half.
    unhappy: (counts.unhappy + counts.veryUnhappy) / (2 * of),
    lost: counts.lost ?? 0,
    withoutOwner: counts.withoutOwner / of,
    undecidedPains: counts.undecidedPains / WORST.pains,
    overdueTasks: counts.overdueTasks / WORST.tasks,
    // Due at all is a third of the way.
    reviewOverdue: overdue === null ? 0 : 1 / 3 + overdue / WORST.days,
    assumed: counts.assumed / of,
    stale: counts.stale / of,
  };
  const points = (reason: AttentionReason) =>
    ATTENTION_WEIGHTS[reason] * upTo1(shares[reason]);
  const reasons = ATTENTION_REASONS.filter((reason) => points(reason) > 0);
  return {
    score: reasons.reduce((sum, reason) => sum + points(reason), 0),
    reasons: reasons.toSorted((a, b) => points(b) - points(a)),
  };
}
