export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** x and y of start, two handles and end. */
export type Controls = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * One Bézier from each point to the next. No curve rises above or falls below the two points that it joins, after
 * M. Steffen, “A simple method for monotonic interpolation in one dimension” (1990). Written here because it is all
 * that a map needs of the library that a test compares it with.
 *
 * @param points - in order of x, no two at the same x.
 */
export function monotone(points: readonly Spot[]): Controls[] {
  const runs = points.slice(1).map((to, at) => runOf(points[at] ?? to, to));
  const slopes = slopesAt(runs);
  return runs.map(({ from, to, width }, at) => {
    const third = width / 3;
    const [leave, arrive] = [slopes[at] ?? 0, slopes[at + 1] ?? 0];
    return [
      from.x,
      from.y,
      from.x + third,
      from.y + third * leave,
      to.x - third,
      to.y - third * arrive,
      to.x,
      to.y,
    ];
  });
}

interface Run {
  readonly from: Spot;
  readonly to: Spot;
  readonly width: number;
  /** Of the straight line between the two. */
  readonly slope: number;
}

function runOf(from: Spot, to: Spot): Run {
  const width = to.x - from.x;
  return { from, to, width, slope: (to.y - from.y) / width };
}

/** How steep the curve is at each point. */
function slopesAt(runs: readonly Run[]): number[] {
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last) return [];
  // Two points are joined by the straight line.
  if (runs.length === 1) return [first.slope, first.slope];
  const inner = runs
    .slice(1)
    .map((after, at) => slopeBetween(runs[at] ?? after, after));
  const end = (run: Run, beside = 0) => (3 * run.slope - beside) / 2;
  return [end(first, inner[0]), ...inner, end(last, inner.at(-1))];
}

/** Level where the course turns, and never so steep that the curve would shoot past a point. */
function slopeBetween(before: Run, after: Run): number {
  const mean =
    (before.slope * after.width + after.slope * before.width) /
    (before.width + after.width);
  const direction = Math.sign(before.slope) + Math.sign(after.slope);
  if (Math.abs(direction) < 2) return 0;
  const most = Math.min(Math.abs(before.slope), Math.abs(after.slope));
  return direction * Math.min(most, Math.abs(mean) / 2);
}
