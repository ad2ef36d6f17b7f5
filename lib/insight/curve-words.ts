import type { Reading } from "./peak-end";

export interface Stop<Key> {
  readonly key: Key;
  readonly value: number;
}

/** A stretch over which the feeling only rises, only falls or stays. */
export interface Leg<Key> {
  readonly direction: "rises" | "drops" | "stays";
  readonly from: Stop<Key>;
  readonly to: Stop<Key>;
}

/** A curve as the parts of a sentence, to be put into words by whoever speaks the language. */
export type CurveWords<Key> =
  | { readonly kind: "empty"; readonly unknown: number }
  | {
      readonly kind: "single";
      readonly at: Stop<Key>;
      readonly unknown: number;
    }
  | {
      readonly kind: "legs";
      readonly legs: readonly Leg<Key>[];
      /** The fall between two neighbouring known points that is deepest; the first of equals. */
      readonly deepestDrop: Leg<Key> | null;
      readonly unknown: number;
    };

/** Tells a curve in legs: "drops from happy at Order to very angry at Delivery". */
export function curveWords<Key>(
  readings: readonly Reading<Key>[],
): CurveWords<Key> {
  const stops = readings.flatMap(({ key, value }) =>
    value === null ? [] : [{ key, value }],
  );
  const unknown = readings.length - stops.length;
  const [first, second] = stops;
  if (!first) return { kind: "empty", unknown };
  if (!second) return { kind: "single", at: first, unknown };
  const steps = stops
    .slice(1)
    .map((to, index) => legOf(stops[index] ?? first, to));
  return {
    kind: "legs",
    legs: joined(steps),
    deepestDrop: deepest(steps),
    unknown,
  };
}

function legOf<Key>(from: Stop<Key>, to: Stop<Key>): Leg<Key> {
  if (to.value === from.value) return { direction: "stays", from, to };
  return { direction: to.value > from.value ? "rises" : "drops", from, to };
}

function joined<Key>(steps: readonly Leg<Key>[]): Leg<Key>[] {
  const legs: Leg<Key>[] = [];
  for (const step of steps) {
    const last = legs.at(-1);
    if (last?.direction === step.direction) {
      legs[legs.length - 1] = { ...last, to: step.to };
    } else {
      legs.push(step);
    }
  }
  return legs;
}

function deepest<Key>(steps: readonly Leg<Key>[]): Leg<Key> | null {
  const depth = (leg: Leg<Key>) => leg.from.value - leg.to.value;
  return steps.reduce<Leg<Key> | null>(
    (worst, step) => (depth(step) > (worst ? depth(worst) : 0) ? step : worst),
    null,
  );
}
