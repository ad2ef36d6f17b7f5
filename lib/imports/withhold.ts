import { nothingCounted } from "./counted";
import type { EvidenceDraft } from "./results";

/**
 * What so few respondents say could be traced to one of them: how many there were stays, and what they said goes.
 *
 * @param least - from how many answers on there is a score.
 */
export function withholdFew(
  draft: EvidenceDraft,
  least: number,
): EvidenceDraft {
  const { measure, n, counted } = draft;
  // Visits, cases and tickets are behaviour; only answers are somebody's opinion.
  const isOpinion =
    measure === "mean" || measure === "share" || measure === "score";
  if (!isOpinion || n === null || n >= least) return draft;
  const { asked = null } = counted ?? {};
  return {
    ...draft,
    value: null,
    scale: null,
    sd: null,
    interval: null,
    counted: asked === null ? null : { ...nothingCounted, asked },
  };
}
