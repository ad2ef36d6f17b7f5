/** The tips of the first minutes, in the order in which they are shown; never more than four. */
export const TIPS = ["write", "move", "guide", "share"] as const;
export type Tip = (typeof TIPS)[number];

/** The tip to show: the first that nobody has put away. */
export function nextTip(dismissed: readonly string[]): Tip | null {
  return TIPS.find((tip) => !dismissed.includes(tip)) ?? null;
}
