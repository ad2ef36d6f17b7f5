import { proportionOf } from "../metrics/proportion";
import { keyCounter } from "./read-cells";
import type {
  CasesRead,
  EventCase,
  KeyMapping,
  OverlayReport,
  TouchpointFlow,
} from "./results";

/** One stay at a touchpoint: what happens there without anything elsewhere between. */
interface Visit {
  readonly touchpointId: string;
  readonly begin: number | null;
  end: number | null;
}

/** What is gathered about a touchpoint while cases are followed. */
interface Tally {
  cases: number;
  visits: number;
  ends: number;
  readonly waits: number[];
  readonly next: Map<string, number>;
}

/**
 * Event logs laid over the touchpoints of a map: how many cases come by each, how long they waited for it, how many
 * end there, and where most go on to. What happens elsewhere is no part of a path; a touchpoint that comes again
 * without another between is one visit.
 */
export function overlay(
  read: CasesRead,
  activities: KeyMapping,
): OverlayReport {
  const tallies = new Map<string, Tally>();
  let [cases, outside] = [0, 0];
  for (const one of read.cases) {
    const path = pathOf(one, activities);
    if (path.length === 0) {
      outside += 1;
      continue;
    }
    cases += 1;
    follow(path, tallies);
  }
  return {
    cases,
    outside,
    touchpoints: Array.from(tallies, ([touchpointId, tally]) =>
      flowOf(touchpointId, tally, cases),
    ),
    ...sortOut(read, activities),
    period: read.period,
  };
}

function pathOf({ events }: EventCase, activities: KeyMapping): Visit[] {
  const path: Visit[] = [];
  for (const { activity, at } of events) {
    const touchpointId = activities.get(activity);
    if (!touchpointId) continue;
    const last = path.at(-1);
    if (last?.touchpointId === touchpointId) last.end = at;
    else path.push({ touchpointId, begin: at, end: at });
  }
  return path;
}

function follow(path: readonly Visit[], tallies: Map<string, Tally>): void {
  const seen = new Set<string>();
  path.forEach((visit, at) => {
    const tally = tallyOf(visit.touchpointId, tallies);
    tally.visits += 1;
    if (!seen.has(visit.touchpointId)) tally.cases += 1;
    seen.add(visit.touchpointId);
    const [before, after] = [path[at - 1], path[at + 1]];
    if (before && before.end !== null && visit.begin !== null)
      tally.waits.push(visit.begin - before.end);
    if (after)
      tally.next.set(
        after.touchpointId,
        (tally.next.get(after.touchpointId) ?? 0) + 1,
      );
    else tally.ends += 1;
  });
}

function tallyOf(id: string, tallies: Map<string, Tally>): Tally {
  const known = tallies.get(id);
  if (known) return known;
  const tally = { cases: 0, visits: 0, ends: 0, waits: [], next: new Map() };
  tallies.set(id, tally);
  return tally;
}

function flowOf(
  touchpointId: string,
  tally: Tally,
  cases: number,
): TouchpointFlow {
  return {
    touchpointId,
    reach: proportionOf(tally.cases, cases)!,
    visits: tally.visits,
    wait: waitOf(tally.waits),
    ends: proportionOf(tally.ends, tally.cases)!,
    next: nextOf(tally.next),
  };
}

function waitOf(waits: readonly number[]): TouchpointFlow["wait"] {
  const sorted = [...waits].sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return null;
  const half = (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
  return { n, median: half, long: sorted[Math.ceil(0.9 * n) - 1]! };
}

function nextOf(next: ReadonlyMap<string, number>): TouchpointFlow["next"] {
  let best: readonly [string, number] | null = null;
  let all = 0;
  for (const one of next) {
    all += one[1];
    if (!best || one[1] > best[1]) best = one;
  }
  return best && { touchpointId: best[0], share: proportionOf(best[1], all)! };
}

function sortOut({ cases }: CasesRead, activities: KeyMapping) {
  const [unmatched, leftOut] = [keyCounter(), keyCounter()];
  for (const { events } of cases)
    for (const { activity } of events) {
      const touchpointId = activities.get(activity);
      if (touchpointId === undefined) unmatched.add(activity);
      else if (touchpointId === null) leftOut.add(activity);
    }
  return { unmatched: unmatched.all(), leftOut: leftOut.all() };
}
