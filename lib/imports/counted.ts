import { effortOf } from "../metrics/effort";
import { npsOf } from "../metrics/nps";
import { topTwoBox } from "../metrics/satisfaction";
import type { CountedAnswers } from "../metrics/counted";
import type { ImportScale } from "./contract";
import { isOfGroups } from "./delighted";
import type { Counted, ImportRecord } from "./results";

export const nothingCounted: Counted = {
  metric: null,
  best: null,
  worst: null,
  goodFrom: null,
  asked: null,
  isClosed: null,
  rows: null,
  isWeighted: null,
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

type Counts = Partial<CountedAnswers> & Pick<CountedAnswers, "metric">;

/** From which mark on somebody is satisfied, where nobody has chosen another one. */
export const GOOD_MARK = 7;

function answersOf(
  values: readonly number[],
  scale: ImportScale,
): Counts | null {
  const { metric, low, high, isHighBad, goodFrom = GOOD_MARK } = scale;
  if (isOfGroups(scale) && !isHighBad) {
    const of = (end: number) => values.filter((value) => value === end).length;
    return { metric: "nps", best: of(high), worst: of(low) };
  }
  if (metric === "nps") {
    const nps = low === 0 && high === 10 && !isHighBad ? npsOf(values) : null;
    return nps && { metric, best: nps.promoters, worst: nps.detractors };
  }
  if (isHighBad)
    return metric === "ces" && low === 1 && high === 5
      ? { metric: "ces1" }
      : null;
  if (metric === "csat") {
    // Two of three steps say nothing.
    const best = high - low < 3 ? null : topTwoBox(values, high);
    return best && { metric, best: best.count };
  }
  if (metric === "mark" && high === 10) {
    const best = values.filter((value) => value >= goodFrom).length;
    return { metric, best, goodFrom };
  }
  const isEase = metric === "ces" && low === 1 && high === 7;
  const effort = isEase ? effortOf(values) : null;
  if (!effort) return null;
  const worst = values.filter((value) => value <= 3).length;
  return { metric: "ces2", best: effort.easy.count, worst };
}
