/** Between which values the truth lies in 95 of 100 such samples. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The part of an interval that a scale has. For showing: a small sample can reach beyond the ends of its scale. */
export function cutTo(
  { low, high }: Interval,
  scale: { readonly low: number; readonly high: number },
): Interval {
  const within = (value: number) =>
    Math.min(scale.high, Math.max(scale.low, value));
  return { low: within(low), high: within(high) };
}
