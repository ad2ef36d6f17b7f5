import { conversionOf } from "../metrics/conversion";
import type { Interval } from "../metrics/interval";
import type { Proportion } from "../metrics/proportion";
import type { TouchpointId } from "../journey/ids";

/** How many came to touchpoints, all counted in one unit, by one source and over one time. */
export interface FunnelCounts {
  /** As the source calls it: users, sessions; "" for the cases of an event log. */
  readonly unit: string;
  readonly source: string;
  /** The time that was counted, ISO 8601 days; `heldFrom` is null where only its end is known. */
  readonly heldFrom: string | null;
  readonly heldOn: string;
  readonly counts: readonly {
    readonly touchpointId: string;
    readonly count: number;
  }[];
}

/** What is lost at a touchpoint of those who come to it. */
export interface Loss {
  /** 0 to 1. */
  readonly share: number;
  /** `said`: the team typed it, and nobody knows of how many. */
  readonly basis: "counted" | "said";
  /** How many came, where they were counted. */
  readonly n: number | null;
  readonly interval: Interval | null;
}

/** How many of all who began come to a touchpoint, and how many go on from it; both 0 to 1. */
export interface FunnelStep {
  readonly touchpointId: TouchpointId;
  readonly before: number;
  readonly after: number;
  /** Null where nobody knows, which counts as none. */
  readonly loss: Loss | null;
  readonly count: number | null;
}

/** The touchpoint that loses the largest share. */
export interface WeakestStep {
  readonly touchpointId: TouchpointId;
  readonly loss: Loss;
  /** Whether its interval lies apart from those of all others; only counts can show that. */
  readonly isClear: boolean;
}

export interface Funnel {
  readonly steps: readonly FunnelStep[];
  /** Whether anything is known of who goes on and who leaves. */
  readonly isKnown: boolean;
  readonly weakest: WeakestStep | null;
  /** Of those counted at the first touchpoint with a count, who came to the last one with a count. */
  readonly overall: OverallConversion | null;
}

export interface OverallConversion {
  readonly from: TouchpointId;
  readonly to: TouchpointId;
  readonly kept: Proportion;
}

/** What a funnel needs to know of a touchpoint. */
export interface FunnelPoint {
  readonly id: TouchpointId;
  readonly dropOff: { readonly share: number | null } | null;
}

type Point = FunnelPoint;

/**
 * Follows people through the touchpoints of a journey. Where they were counted at a touchpoint and at a later one, the
 * counts say what is lost in between, and it is told of the first of the two; elsewhere what the team said counts.
 */
export function funnelOf(
  points: readonly Point[],
  counted: FunnelCounts | null,
): Funnel {
  const counts = new Map(
    counted?.counts.map(({ touchpointId, count }) => [touchpointId, count]),
  );
  const { losses, isClear, overall } = lossesOf(points, counts);
  let left = 1;
  const steps = points.map(({ id }): FunnelStep => {
    const loss = losses.get(id) ?? null;
    const before = left;
    left *= 1 - (loss?.share ?? 0);
    const count = counts.get(id) ?? null;
    return { touchpointId: id, before, after: left, loss, count };
  });
  return {
    steps,
    isKnown: steps.some(({ loss, count }) => loss !== null || count !== null),
    weakest: weakestIn(steps, isClear),
    overall,
  };
}

/** On what it rests that so many are lost on the way. */
export type LostBasis = Loss["basis"] | "both";

/** How many of all who begin are lost on the way, 0 to 1; null where no touchpoint tells. */
export function lostOnTheWay({
  steps,
}: Pick<Funnel, "steps">): { share: number; basis: LostBasis } | null {
  const losses = steps.flatMap(({ loss }) => loss ?? []);
  const bases = new Set(losses.map(({ basis }) => basis));
  const [basis] = bases;
  if (basis === undefined) return null;
  return {
    share: 1 - (steps.at(-1)?.after ?? 1),
    basis: bases.size > 1 ? "both" : basis,
  };
}

interface Losses {
  readonly losses: ReadonlyMap<TouchpointId, Loss>;
  /** The touchpoint at which clearly more are lost than at every other one. */
  readonly isClear: TouchpointId | null;
  readonly overall: OverallConversion | null;
}

function lossesOf(
  points: readonly Point[],
  counts: ReadonlyMap<string, number>,
): Losses {
  const losses = new Map<TouchpointId, Loss>();
  const known = points.flatMap(({ id }, at) => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ id, at, count }];
  });
  const conversion = conversionOf(known.map(({ count }) => count));
  const { steps, weakest } = conversion;
  const within = new Set<number>();
  for (const [index, { id, at }] of known.entries()) {
    const lost = steps[index]?.lost;
    const next = known[index + 1];
    if (!lost || !next) continue;
    const { share, n, interval } = lost;
    losses.set(id, { share, basis: "counted", n, interval });
    for (let inside = at + 1; inside < next.at; inside += 1) within.add(inside);
  }
  for (const [at, { id, dropOff }] of points.entries()) {
    // What is said of a touchpoint between two counts is in what was counted.
    const said = dropOff?.share ?? null;
    if (said === null || losses.has(id) || within.has(at)) continue;
    const share = Math.min(1, Math.max(0, said));
    losses.set(id, { share, basis: "said", n: null, interval: null });
  }
  const isClear = weakest === null ? null : (known[weakest]?.id ?? null);
  const [first, last] = [known[0], known.at(-1)];
  const kept = conversion.overall;
  const overall =
    kept && first && last ? { from: first.id, to: last.id, kept } : null;
  return { losses, isClear, overall };
}

/** Of counts and of what was said the counts decide, where there are two of them to compare. */
function weakestIn(
  steps: readonly FunnelStep[],
  clear: TouchpointId | null,
): WeakestStep | null {
  const losing = steps.flatMap(({ touchpointId, loss }) =>
    loss === null || loss.share === 0 ? [] : [{ touchpointId, loss }],
  );
  const counted = losing.filter(({ loss }) => loss.basis === "counted");
  const compared = counted.length > 1 ? counted : losing;
  const [first, ...rest] = compared;
  if (first === undefined) return null;
  const worst = rest.reduce(
    (most, one) => (one.loss.share > most.loss.share ? one : most),
    first,
  );
  return { ...worst, isClear: worst.touchpointId === clear };
}
