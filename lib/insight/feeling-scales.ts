/** On what a figure about feelings was answered. */
export interface FeelingScale {
  readonly low: number;
  readonly high: number;
  readonly isHighBad: boolean;
  /** Whether the value is a share in per cent of those who gave the good one of two answers. */
  readonly isShare: boolean;
}

const scale = (low: number, high: number): FeelingScale => ({
  low,
  high,
  isHighBad: false,
  isShare: false,
});

/** The scales that surveys use most, so that nobody has to type their ends. */
export const FEELING_SCALES = {
  five: scale(1, 5),
  mark: scale(1, 10),
  recommend: scale(0, 10),
  ease: scale(1, 7),
  effort: { ...scale(1, 5), isHighBad: true },
  satisfied: { ...scale(0, 100), isShare: true },
  dissatisfied: { ...scale(0, 100), isHighBad: true, isShare: true },
} as const satisfies Record<string, FeelingScale>;

export type FeelingScaleName = keyof typeof FEELING_SCALES;

export const FEELING_SCALE_NAMES = Object.keys(
  FEELING_SCALES,
) as FeelingScaleName[];

/** The name of a scale; null for one that somebody made up. */
export function scaleNameOf(wanted: FeelingScale): FeelingScaleName | null {
  const isSame = (known: FeelingScale) =>
    known.low === wanted.low &&
    known.high === wanted.high &&
    known.isHighBad === wanted.isHighBad &&
    known.isShare === wanted.isShare;
  return (
    FEELING_SCALE_NAMES.find((name) => isSame(FEELING_SCALES[name])) ?? null
  );
}
