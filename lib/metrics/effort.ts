import { meanOf, type MeanReading } from "./mean";
import { proportionOf, type Proportion } from "./proportion";

/** Customer effort, version 2 of 2013: "they made it easy for me", from 1 (not at all) to 7 (very much). */
export interface EffortScore {
  readonly mean: MeanReading;
  /** Answers from 5 to 7. */
  readonly easy: Proportion;
  /** Share of 6 and 7 less share of 1 to 3, -100 to 100. */
  readonly index: number;
}

/** @returns null without answers, and where one of them is no whole number from 1 to 7. */
export function effortOf(answers: readonly number[]): EffortScore | null {
  const isAnswer = (value: number) =>
    Number.isInteger(value) && value >= 1 && value <= 7;
  if (!answers.every(isAnswer)) return null;
  const mean = meanOf(answers);
  const easy = proportionOf(
    answers.filter((value) => value >= 5).length,
    answers.length,
  );
  if (!mean || !easy) return null;
  const high = answers.filter((value) => value >= 6).length;
  const low = answers.filter((value) => value <= 3).length;
  return { mean, easy, index: (100 * (high - low)) / answers.length };
}
