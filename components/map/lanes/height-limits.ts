/** How low and how high a lane can be made, in pixels; what it holds never is cut. */
export const HEIGHTS = { least: 40, most: 1_200, step: 24 } as const;

export function withinHeights(height: number): number {
  return Math.round(Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, height)));
}
