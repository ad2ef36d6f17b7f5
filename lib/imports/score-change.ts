import { namedScore, type CountedAnswers } from "../metrics/counted";
import {
  npsDifference,
  type NetPromoterScore,
  type NpsDifference,
} from "../metrics/nps";

/** One question over one time. */
export interface ScoredPiece {
  /** Touchpoint, persona and question: only what is the same in it can be compared. */
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly n: number | null;
  readonly counted: CountedAnswers | null;
}

export interface ScoreChange extends NpsDifference {
  /** The time that it is compared with. */
  readonly before: Pick<ScoredPiece, "from" | "to">;
}

function npsIn({ counted, n }: ScoredPiece): NetPromoterScore | null {
  const score = counted && namedScore(counted, n);
  return score?.metric === "nps" ? score.nps : null;
}

/**
 * How a Net Promoter Score has changed since the newest one of the same question that was over before it began.
 * Answers that are in both times would be compared with themselves.
 */
export function scoreChange(
  piece: ScoredPiece,
  all: readonly ScoredPiece[],
): ScoreChange | null {
  const now = npsIn(piece);
  if (!now) return null;
  let newest: { piece: ScoredPiece; nps: NetPromoterScore } | null = null;
  for (const other of all) {
    if (other.about !== piece.about || other.to >= piece.from) continue;
    if (newest && newest.piece.to >= other.to) continue;
    const nps = npsIn(other);
    if (nps) newest = { piece: other, nps };
  }
  if (!newest) return null;
  const { from, to } = newest.piece;
  return { ...npsDifference(now, newest.nps), before: { from, to } };
}
