import { layoutCurve, levelY, type CurveFrame } from "./curve";

export interface BandInput {
  readonly x: number;
  /** On the scale of the curve, from -2 to 2; null where a value has no range. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface Whisker {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Band {
  /** SVG path data of the surface over each run of neighbours that all have a range. */
  readonly areas: readonly string[];
  /** One for each range, also for one that stands alone. */
  readonly whiskers: readonly Whisker[];
}

/**
 * Draws the ranges of evidence around a curve. Ranges that reach beyond the scale are cut at its ends; a range
 * that is the wrong way round is turned.
 *
 * @param inputs - in order of x, no two at the same x.
 */
export function layoutBand(
  inputs: readonly BandInput[],
  frame: CurveFrame,
): Band {
  const runs: Range[][] = [];
  let run: Range[] = [];
  for (const { x, interval } of inputs) {
    if (interval === null) {
      run = [];
      continue;
    }
    if (run.length === 0) runs.push(run);
    run.push(rangeAt(x, interval));
  }
  return {
    areas: runs
      .filter(({ length }) => length > 1)
      .map((each) => areaOf(each, frame)),
    whiskers: runs.flat().map(({ x, low, high }) => ({
      x,
      top: levelY(high, frame),
      bottom: levelY(low, frame),
    })),
  };
}

interface Range {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

function rangeAt(x: number, { low, high }: NonNullable<BandInput["interval"]>) {
  const cut = (value: number) => Math.max(-2, Math.min(2, value));
  return { x, low: cut(Math.min(low, high)), high: cut(Math.max(low, high)) };
}

/** Along the upper edge, down, and back along the lower one. */
function areaOf(run: readonly Range[], frame: CurveFrame): string {
  const edge = (side: "low" | "high") =>
    layoutCurve(
      run.map(({ x, [side]: value }) => ({ key: x, x, value })),
      frame,
    ).segments;
  const there = edge("high").map(({ path }, at) =>
    at === 0 ? path : path.slice(path.indexOf("C")),
  );
  const back = [...edge("low")].reverse().map(({ controls }, at) => {
    const [x0, y0, x1, y1, x2, y2, x3, y3] = controls.map(
      (value) => Math.round(value * 100) / 100,
    );
    const start = at === 0 ? `L${x3},${y3}` : "";
    return `${start}C${x2},${y2},${x1},${y1},${x0},${y0}`;
  });
  return `${there.join("")}${back.join("")}Z`;
}
