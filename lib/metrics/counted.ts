import { npsFrom, type NetPromoterScore } from "./nps";
import { proportionOf, type Proportion } from "./proportion";

/** What a question is known by; customer effort in its versions of 2010 (little effort is good) and 2013 (easy is good). */
export const COUNTED_METRICS = ["nps", "csat", "ces1", "ces2", "mark"] as const;
export type CountedMetric = (typeof COUNTED_METRICS)[number];

/** How many answers lie at the ends of their scale: a mean and a spread do not tell it any more. */
export interface CountedAnswers {
  readonly metric: CountedMetric | null;
  /** Promoters; the two best answers; those from 5 to 7; marks from `goodFrom` on. */
  readonly best: number | null;
  /** Detractors; those from 1 to 3 of effort. */
  readonly worst: number | null;
  /** Of marks from 1 to 10: from which one on somebody is satisfied, as people chose it. */
  readonly goodFrom: number | null;
}

export type NamedScore =
  | { readonly metric: "nps"; readonly nps: NetPromoterScore }
  /** The two best answers of all: "top-2-box". */
  | { readonly metric: "csat"; readonly satisfied: Proportion }
  | { readonly metric: "ces2"; readonly easy: Proportion }
  | {
      readonly metric: "mark";
      readonly satisfied: Proportion;
      readonly goodFrom: number;
    }
  /** Its mean is all that there is. */
  | { readonly metric: "ces1" };

/** What answers come to under the name of their question. @returns null where that was not counted. */
export function namedScore(
  { metric, best, worst, goodFrom }: CountedAnswers,
  n: number | null,
): NamedScore | null {
  if (metric === "ces1") return { metric };
  if (metric === null || best === null || n === null) return null;
  if (metric === "nps") {
    const nps =
      worst === null
        ? null
        : npsFrom({ n, promoters: best, detractors: worst });
    return nps && { metric, nps };
  }
  const share = proportionOf(best, n);
  if (!share) return null;
  if (metric === "mark")
    return goodFrom === null ? null : { metric, satisfied: share, goodFrom };
  return metric === "csat"
    ? { metric, satisfied: share }
    : { metric, easy: share };
}
