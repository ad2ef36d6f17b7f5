import { proportionOf, type Proportion } from "./proportion";

/** One step of counted people or visits, all of one unit. */
export interface ConversionStep {
  readonly arrived: number;
  /** Of those, who came to the next step; null at the last one, and where nobody arrived. */
  readonly onward: Proportion | null;
  /** Of those, who did not. */
  readonly lost: Proportion | null;
}

export interface Conversion {
  readonly steps: readonly ConversionStep[];
  /** From the first step to the last; null where nobody began or there is one step only. */
  readonly overall: Proportion | null;
  /** The step at which clearly more are lost than at every other, its interval apart from theirs; else null. */
  readonly weakest: number | null;
}

/**
 * What becomes of people from step to step.
 *
 * @param counts - of a closed funnel: nobody comes to a step without the one before, so no count grows. One that does
 *   (an open funnel) has no share, for it would be more than all.
 */
export function conversionOf(counts: readonly number[]): Conversion {
  const steps = counts.map((arrived, at): ConversionStep => {
    const next = counts[at + 1];
    if (next === undefined || next > arrived)
      return { arrived, onward: null, lost: null };
    return {
      arrived,
      onward: proportionOf(next, arrived),
      lost: proportionOf(arrived - next, arrived),
    };
  });
  const [first, last] = [counts[0] ?? 0, counts.at(-1) ?? 0];
  return {
    steps,
    overall:
      counts.length > 1 && last <= first ? proportionOf(last, first) : null,
    weakest: weakestOf(steps),
  };
}

function weakestOf(steps: readonly ConversionStep[]): number | null {
  const known = steps.flatMap(({ onward }, at) =>
    onward ? [{ onward, at }] : [],
  );
  if (known.length < 2) return null;
  const worst = known.reduce((low, one) =>
    one.onward.share < low.onward.share ? one : low,
  );
  const isApart = known.every(
    ({ onward, at }) =>
      at === worst.at || worst.onward.interval.high < onward.interval.low,
  );
  return isApart ? worst.at : null;
}
