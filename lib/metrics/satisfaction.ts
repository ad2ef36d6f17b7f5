import { proportionOf, type Proportion } from "./proportion";

/** The share of the two best answers of a scale, of all answers: "top-2-box". */
export function topTwoBox(
  answers: readonly number[],
  high: number,
): Proportion | null {
  const best = answers.filter((value) => value >= high - 1).length;
  return proportionOf(best, answers.length);
}

/** The share of good among answered good and bad ones; what was offered and not answered does not count. */
export function goodShare(good: number, bad: number): Proportion | null {
  return proportionOf(good, good + bad);
}
