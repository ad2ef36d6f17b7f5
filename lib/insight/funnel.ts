/** How many of all who began come to a touchpoint, and how many go on from it; both 0 to 1. */
export interface FunnelStep {
  readonly before: number;
  readonly after: number;
}

/**
 * Follows people through touchpoints at which shares of them leave.
 *
 * @param shares - of those who arrive, how many leave; null where nobody knows, which counts as none.
 */
export function funnelOf(
  shares: readonly (number | null)[],
): readonly FunnelStep[] {
  let left = 1;
  return shares.map((share) => {
    const before = left;
    left *= 1 - Math.min(1, Math.max(0, share ?? 0));
    return { before, after: left };
  });
}
