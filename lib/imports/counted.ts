import { effortOf } from "../metrics/effort";
import { npsOf } from "../metrics/nps";
import { topTwoBox } from "../metrics/satisfaction";
import type { CountedAnswers } from "../metrics/counted";
import type { ImportScale } from "./contract";
import type { Counted, ImportRecord } from "./results";

export const nothingCounted: Counted = {
  metric: null,
  best: null,
  worst: null,
  asked: null,
  isClosed: null,
};

/**
 * What answers are called by beside their mean.
 *
 * @param records - of one question, all of them with a value.
 * @param asked - how many could have answered.
 */
export function countedOf(
  records: readonly ImportRecord[],
  scale: ImportScale,
  asked: number,
): Counted | null {
  // Weights make a mean of other people than were counted: a score from counts would contradict it.
  const isWeighted = records.some(({ weight }) => weight !== 1);
  const values = records.map(({ value }) => value!);
  const named = isWeighted || scale.isShare ? null : answersOf(values, scale);
  const more = asked > records.length ? asked : null;
  return named === null && more === null
    ? null
    : { ...nothingCounted, ...named, asked: more };
}

function answersOf(
  values: readonly number[],
  { metric, low, high, isHighBad }: ImportScale,
): CountedAnswers | null {
  if (metric === "nps") {
    const nps = low === 0 && high === 10 && !isHighBad ? npsOf(values) : null;
    return nps && { metric, best: nps.promoters, worst: nps.detractors };
  }
  if (metric === "csat") {
    // Two of three steps say nothing.
    const best = isHighBad || high - low < 3 ? null : topTwoBox(values, high);
    return best && { metric, best: best.count, worst: null };
  }
  if (metric !== "ces" || low !== 1) return null;
  if (high === 5 && isHighBad)
    return { metric: "ces1", best: null, worst: null };
  const effort = high === 7 && !isHighBad ? effortOf(values) : null;
  if (!effort) return null;
  const hard = values.filter((value) => value <= 3).length;
  return { metric: "ces2", best: effort.easy.count, worst: hard };
}
