import type { Opportunity } from "@/lib/api/opportunities";
import type { Score } from "@/lib/journey/journey-map";
import { MAX_EFFORT, worthOf } from "@/lib/journey/score";

export const MATRIX_VALUES = ["worth", "customer", "business"] as const;
/** What stands on the upright axis. */
export type MatrixValue = (typeof MATRIX_VALUES)[number];

export const QUARTERS = ["first", "plan", "later", "rather-not"] as const;
/** What its place in the matrix says about an opportunity. */
export type Quarter = (typeof QUARTERS)[number];

type Scored = Opportunity & { readonly score: Score };

/** A spot of the matrix with all that stands there. */
export interface MatrixPoint {
  /** 0 at the left, 1 at the right. */
  readonly x: number;
  /** 0 below, 1 above. */
  readonly y: number;
  readonly rows: readonly Scored[];
}

export const isScored = (row: Opportunity): row is Scored => row.score !== null;

/** How much it is worth, 0 to 100. */
export function valueOf(score: Score, value: MatrixValue): number {
  switch (value) {
    case "worth":
      return worthOf(score);
    case "customer":
      return score.customerValue;
    case "business":
      return score.businessValue;
  }
}

/** Where opportunities stand, those of one spot together. */
export function placePoints(
  rows: readonly Opportunity[],
  value: MatrixValue,
): readonly MatrixPoint[] {
  const points = new Map<string, MatrixPoint & { rows: Scored[] }>();
  for (const row of rows.filter(isScored)) {
    const x = row.score.effort / MAX_EFFORT;
    const y = valueOf(row.score, value) / 100;
    const key = `${Math.round(x * 20)}/${Math.round(y * 20)}`;
    const known = points.get(key);
    if (known) known.rows.push(row);
    else points.set(key, { x, y, rows: [row] });
  }
  return [...points.values()];
}

/** Which quarter of the matrix a score falls into; what lies on a middle line counts for the better side. */
export function quarterOf(score: Score, value: MatrixValue): Quarter {
  const isWorthIt = valueOf(score, value) >= 50;
  const isLight = score.effort <= MAX_EFFORT / 2;
  if (isWorthIt) return isLight ? "first" : "plan";
  return isLight ? "later" : "rather-not";
}
