import type { Emotion } from "../journey/vocabulary";
import { feltValue, type EvidenceReading } from "./evidence";

/** What one curve says at one touchpoint. */
export interface CurvePoint {
  readonly id: string;
  readonly title: string;
  /** The team's own reading, -2 to 2. */
  readonly own: Emotion | null;
  readonly evidence: EvidenceReading | null;
}

/**
 * How two readings stand to each other; `by` is how many levels the second lies above the first. Only where both have
 * an interval can it be said whether they differ: `clear` where those lie apart, `unclear` where they overlap. Else the
 * difference is one of what somebody says, or of evidence whose spread nobody knows.
 */
export type Verdict =
  | { readonly kind: "missing" }
  | { readonly kind: "unknown" }
  | { readonly kind: "same" }
  | { readonly kind: "clear" | "unclear" | "unproven"; readonly by: number };

export interface ComparedPoint {
  readonly first: CurvePoint | null;
  readonly second: CurvePoint | null;
  readonly verdict: Verdict;
}

/** Two curves side by side: touchpoints that are on both share a row, the others stand where their map has them. */
export function compareCurves(
  first: readonly CurvePoint[],
  second: readonly CurvePoint[],
): ComparedPoint[] {
  return aligned(first, second).map(([one, other]) => ({
    first: one,
    second: other,
    verdict: verdictOf(one, other),
  }));
}

function verdictOf(
  first: CurvePoint | null,
  second: CurvePoint | null,
): Verdict {
  if (first === null || second === null) return { kind: "missing" };
  const [from, to] = [
    feltValue(first.own, first.evidence),
    feltValue(second.own, second.evidence),
  ];
  if (from === null || to === null) return { kind: "unknown" };
  const by = to - from;
  const [one, other] = [first.evidence?.interval, second.evidence?.interval];
  if (one && other) {
    const isApart = one.high < other.low || other.high < one.low;
    return { kind: isApart ? "clear" : "unclear", by };
  }
  return by === 0 ? { kind: "same" } : { kind: "unproven", by };
}

const nameOf = ({ title }: CurvePoint) => title.trim().toLowerCase();

/** The same touchpoint, or a copy that is still called the same. */
const isSame = (one: CurvePoint, other: CurvePoint) =>
  one.id === other.id || (nameOf(one) !== "" && nameOf(one) === nameOf(other));

type Pair = readonly [CurvePoint | null, CurvePoint | null];

/** Pairs as many as there are without changing either order (a longest common subsequence). */
function aligned(
  first: readonly CurvePoint[],
  second: readonly CurvePoint[],
): Pair[] {
  const width = second.length + 1;
  const most = new Uint32Array((first.length + 1) * width);
  const at = (i: number, j: number) => most[i * width + j] ?? 0;
  for (let i = first.length - 1; i >= 0; i -= 1)
    for (let j = second.length - 1; j >= 0; j -= 1)
      most[i * width + j] = isSame(first[i]!, second[j]!)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const [one, other] = [first[i] ?? null, second[j] ?? null];
    if (one && other && isSame(one, other)) {
      pairs.push([one, other]);
      i += 1;
      j += 1;
    } else if (one && (other === null || at(i + 1, j) >= at(i, j + 1))) {
      pairs.push([one, null]);
      i += 1;
    } else {
      pairs.push([null, other]);
      j += 1;
    }
  }
  return pairs;
}

/** A comparison in numbers. */
export interface ComparedSums {
  /** Touchpoints that both curves tell of. */
  readonly both: number;
  readonly better: number;
  readonly worse: number;
  /** Of all, where nobody can say whether there is a difference: overlapping intervals, or nothing measured. */
  readonly unsure: number;
}

/** Counts what two curves say of each other; only clear differences are called better or worse. */
export function sumsOf(points: readonly ComparedPoint[]): ComparedSums {
  const verdicts = points.map(({ verdict }) => verdict);
  const clear = verdicts.flatMap((verdict) =>
    verdict.kind === "clear" ? [verdict.by] : [],
  );
  const isUnsure = ({ kind }: Verdict) =>
    kind === "unclear" || kind === "unproven";
  return {
    both: verdicts.filter(({ kind }) => kind !== "missing").length,
    better: clear.filter((by) => by > 0).length,
    worse: clear.filter((by) => by < 0).length,
    unsure: verdicts.filter(isUnsure).length,
  };
}
