import { cutTo, type Interval } from "../metrics/interval";
import { meanFrom } from "../metrics/mean";
import { levels } from "../metrics/scale";
import { FACES, LEAST_ANSWERS } from "./terms";

/** How many chose each face, the angriest first. */
export type FaceCounts = readonly [number, number, number, number, number];

/** What the answers about one touchpoint say together, on the levels 1 to 5. */
export interface PulseScore {
  readonly mean: number;
  readonly sd: number;
  /** Null where all chose the same face: a few who agree are no proof that everybody would. */
  readonly interval: Interval | null;
  readonly faces: FaceCounts;
}

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0);

/**
 * The score of a pulse at one touchpoint.
 *
 * @param least - from how many answers on there is one.
 * @returns null where there are too few, whatever they say.
 */
export function scoreOf(faces: FaceCounts, least: number): PulseScore | null {
  const n = sum(faces);
  if (n < Math.max(least, LEAST_ANSWERS)) return null;
  const mean = sum(faces.map((count, at) => count * FACES[at]!)) / n;
  const squares = sum(
    faces.map((count, at) => count * (FACES[at]! - mean) ** 2),
  );
  const sd = Math.sqrt(squares / (n - 1));
  const { interval } = meanFrom({ n, mean, sd });
  return {
    mean,
    sd,
    interval: sd > 0 && interval ? cutTo(interval, levels) : null,
    faces,
  };
}
