import { monotone } from "./monotone";
import type { Controls } from "./monotone";

/** The vertical room that a curve is drawn in, in pixels. */
export interface CurveFrame {
  readonly height: number;
  /** Kept free above the happiest and below the angriest level. */
  readonly padding: number;
}

export interface CurveInput<Key> {
  readonly key: Key;
  readonly x: number;
  /** From -2 to 2, decimals allowed; null where nobody has said yet. */
  readonly value: number | null;
}

export interface PlacedPoint<Key> {
  readonly key: Key;
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

export interface OpenPoint<Key> {
  readonly key: Key;
  readonly x: number;
  /** On the curve where it bridges the gap, else at the height of the nearest known point, else in the middle. */
  readonly y: number;
}

export interface CurveSegment {
  /** SVG path data of one Bézier, from a known point to the next known one. */
  readonly path: string;
  /** Whether points without a value lie between the two: drawn dashed, for it is only a guess. */
  readonly bridged: boolean;
  readonly controls: Controls;
}

export interface CurveShape<Key> {
  readonly segments: readonly CurveSegment[];
  readonly points: readonly PlacedPoint<Key>[];
  readonly open: readonly OpenPoint<Key>[];
}

const LOWEST = -2;
const HIGHEST = 2;

/** The height of a level in a frame; the happiest is on top. */
export function levelY(value: number, frame: CurveFrame): number {
  const room = frame.height - 2 * frame.padding;
  return frame.padding + ((HIGHEST - value) / (HIGHEST - LOWEST)) * room;
}

/** The level, a whole number from -2 to 2, whose height is nearest to y. */
export function levelAt(y: number, frame: CurveFrame): -2 | -1 | 0 | 1 | 2 {
  const room = frame.height - 2 * frame.padding;
  const raw = HIGHEST - ((y - frame.padding) / room) * (HIGHEST - LOWEST);
  const level = Math.round(Math.min(HIGHEST, Math.max(LOWEST, raw)));
  return (level + 0) as -2 | -1 | 0 | 1 | 2;
}

/**
 * Draws one smooth line through the known points, which never rises above or falls below the two points that it
 * joins (monotone), so that no feeling is drawn that nobody has stated.
 *
 * @param inputs - in order of x, no two at the same x.
 */
export function layoutCurve<Key>(
  inputs: readonly CurveInput<Key>[],
  frame: CurveFrame,
): CurveShape<Key> {
  const known = inputs.flatMap((input, index) =>
    input.value === null ? [] : [{ ...input, value: input.value, index }],
  );
  const points = known.map(({ key, x, value }) => ({
    key,
    x,
    y: levelY(value, frame),
    value,
  }));
  const segments = monotone(points).map((controls, at) => {
    const gap = (known[at + 1]?.index ?? 0) - (known[at]?.index ?? 0);
    return { path: pathOf(controls), bridged: gap > 1, controls };
  });
  const open = inputs
    .filter((input) => input.value === null)
    .map(({ key, x }) => ({
      key,
      x,
      y: heightAt(x, { points, segments, frame }),
    }));
  return { segments, points, open };
}

/**
 * Path data of the surface between a curve and the bottom of its frame; empty for fewer than two points.
 *
 * @param reach - how far the surface goes on level beyond the first and the last point.
 */
export function areaUnder<Key>(
  shape: CurveShape<Key>,
  frame: CurveFrame,
  reach = 0,
): string {
  const first = shape.segments[0];
  const last = shape.segments.at(-1);
  if (!first || !last) return "";
  const curves = shape.segments.map(({ path }) =>
    path.slice(path.indexOf("C")),
  );
  const [startX, startY] = first.controls.map(round) as unknown as Controls;
  const endX = round(last.controls[6]);
  const left = `M${startX - reach},${frame.height}V${startY}H${startX}`;
  return `${left}${curves.join("")}H${endX + reach}V${frame.height}Z`;
}

function pathOf(c: Controls): string {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = c.map(round);
  return `M${x0},${y0}C${x1},${y1},${x2},${y2},${x3},${y3}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

interface Drawn<Key> {
  readonly points: readonly PlacedPoint<Key>[];
  readonly segments: readonly CurveSegment[];
  readonly frame: CurveFrame;
}

function heightAt<Key>(x: number, drawn: Drawn<Key>): number {
  const { points, segments, frame } = drawn;
  const bridge = segments.find(
    ({ controls }) => controls[0] < x && x < controls[6],
  );
  if (bridge) {
    // The handles of a monotone curve lie at thirds of the way, so x moves evenly with t.
    const [x0, y0, , y1, , y2, x3, y3] = bridge.controls;
    const t = (x - x0) / (x3 - x0);
    const s = 1 - t;
    return (
      s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3
    );
  }
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return levelY(0, frame);
  return x < first.x ? first.y : last.y;
}
