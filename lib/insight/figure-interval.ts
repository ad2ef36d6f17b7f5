import { cutTo, type Interval } from "../metrics/interval";
import { meanFrom } from "../metrics/mean";
import { proportionOf } from "../metrics/proportion";

/** One piece of evidence, as far as its interval needs it. */
export interface CountedFigure {
  readonly value: number | null;
  readonly scale: {
    readonly low: number;
    readonly high: number;
    readonly isShare: boolean;
  } | null;
  readonly sd: number | null;
  readonly n: number | null;
  /** What an imported figure without a scale tells. */
  readonly measure: string | null;
}

/** Figures in per cent that are a share of counted people or cases. */
const shares = new Set(["lost", "reach", "ends"]);

const WHOLE = { low: 0, high: 100 } as const;

/**
 * Between which values the truth behind one figure lies, on the scale of the figure: a share by Wilson 1927, a mean by
 * Student's t.
 *
 * @returns null where the figure does not tell on how many it rests, or how far its answers lie apart.
 */
export function figureInterval(figure: CountedFigure): Interval | null {
  const { value, scale, sd, n, measure } = figure;
  if (value === null || n === null) return null;
  if (scale?.isShare || (!scale && measure !== null && shares.has(measure))) {
    const within = Math.min(WHOLE.high, Math.max(WHOLE.low, value));
    const found = proportionOf((within / WHOLE.high) * n, n)?.interval;
    return found
      ? { low: WHOLE.high * found.low, high: WHOLE.high * found.high }
      : null;
  }
  if (!scale || !sd) return null;
  const { interval } = meanFrom({ n, mean: value, sd });
  return interval && cutTo(interval, scale);
}
