/** A stretch of one axis. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** What of a stage is in view, as shares of its width; null where it is out of view. */
interface VisibleShare {
  readonly from: number;
  readonly to: number;
}

/**
 * The share of a stage that a window shows.
 *
 * @param view - left and right edge of the window, on the axis of the stage.
 */
export function visibleShare(
  { x, width }: Stretch,
  view: { readonly left: number; readonly right: number },
): VisibleShare | null {
  if (width <= 0) return null;
  const from = Math.max(0, (view.left - x) / width);
  const to = Math.min(1, (view.right - x) / width);
  return to > from ? { from, to } : null;
}

/** Which of several stages lies at the left edge of a window, as people would say where they are. */
export function firstInView(
  stages: readonly Stretch[],
  view: { readonly left: number; readonly right: number },
): number {
  const half = stages.findIndex((stage) => {
    const share = visibleShare(stage, view);
    return share !== null && share.to - share.from >= 0.5;
  });
  return half >= 0
    ? half
    : stages.findIndex((stage) => visibleShare(stage, view) !== null);
}
