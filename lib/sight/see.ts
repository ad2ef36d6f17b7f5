import type { JourneyMap, Stage } from "@/lib/journey/journey-map";
import { matchingTouchpoints } from "./match";
import type { Beside } from "./match";
import { isFiltering } from "./sight";
import type { Sight } from "./sight";

/** A map as somebody wants to see it. */
export interface Seen {
  /** What is left, in the same order and with the same objects; the whole map itself where nothing is left out. */
  readonly map: JourneyMap;
  /** Touchpoints on the whole map, and how many of them meet the conditions. */
  readonly total: number;
  readonly matches: number;
  /** Touchpoints that are drawn pale because they do not meet the conditions. */
  readonly faded: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** What counts besides the map and the conditions. */
interface BesideAll extends Beside {
  /** Ids that stay in view whatever the conditions: what somebody works on or has asked for by name. */
  readonly kept?: ReadonlySet<string>;
}

/**
 * Leaves out of a map what somebody does not want to see. Every view can draw the result as it draws a whole map.
 *
 */
export function seeMap(
  map: JourneyMap,
  sight: Sight,
  { kept = NOTHING, ...beside }: BesideAll = {},
): Seen {
  const filtering = isFiltering(sight);
  const total = map.stages.reduce((sum, s) => sum + s.touchpoints.length, 0);
  const matching = filtering ? matchingTouchpoints(map, sight, beside) : null;
  const counts = { total, matches: matching?.size ?? total };
  const hides = matching !== null && sight.rest === "hide";
  const stages = stagesSeen(map.stages, {
    hidden: new Set(sight.hiddenStages),
    matching: hides ? matching : null,
    kept,
  });
  const hiddenLanes = new Set<string>(sight.hiddenLanes);
  const lanes = map.lanes.filter(
    ({ id }) => !hiddenLanes.has(id) || kept.has(id),
  );
  const isWhole = stages === map.stages && lanes.length === map.lanes.length;
  return {
    ...counts,
    map: isWhole ? map : reduced(map, { stages, lanes }),
    faded: matching && !hides ? restOf(map, matching) : NOTHING,
  };
}

interface Wanted {
  readonly hidden: ReadonlySet<string>;
  /** Null: all touchpoints. */
  readonly matching: ReadonlySet<string> | null;
  readonly kept: ReadonlySet<string>;
}

/** The same list where nothing is left out, so that nothing is drawn again. */
function stagesSeen(
  stages: readonly Stage[],
  { hidden, matching, kept }: Wanted,
): readonly Stage[] {
  const seen = stages.flatMap((stage) => {
    const isAsked =
      kept.has(stage.id) || stage.touchpoints.some(({ id }) => kept.has(id));
    if (hidden.has(stage.id) && !isAsked) return [];
    if (!matching) return [stage];
    const touchpoints = stage.touchpoints.filter(
      ({ id }) => matching.has(id) || kept.has(id),
    );
    if (touchpoints.length === stage.touchpoints.length)
      return touchpoints.length > 0 || kept.has(stage.id) ? [stage] : [];
    return touchpoints.length > 0 || kept.has(stage.id)
      ? [{ ...stage, touchpoints }]
      : [];
  });
  const isWhole =
    seen.length === stages.length && seen.every((s, at) => s === stages[at]);
  return isWhole ? stages : seen;
}

function reduced(
  map: JourneyMap,
  { stages, lanes }: Pick<JourneyMap, "stages" | "lanes">,
): JourneyMap {
  const columns = new Set<string>(
    stages.flatMap(({ id, touchpoints }) => [
      id,
      ...touchpoints.map((touchpoint) => touchpoint.id),
    ]),
  );
  const rows = new Set<string>(lanes.map(({ id }) => id));
  const cells = Object.entries(map.cells).filter(([, [card]]) => {
    const { laneId, columnId } = card ?? {};
    return laneId && columnId && rows.has(laneId) && columns.has(columnId);
  });
  const curves = map.curves.map((curve) => ({
    ...curve,
    points: curve.points.filter(({ touchpointId }) =>
      columns.has(touchpointId),
    ),
  }));
  return { ...map, stages, lanes, cells: Object.fromEntries(cells), curves };
}

function restOf(
  { stages }: JourneyMap,
  matching: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    stages
      .flatMap(({ touchpoints }) => touchpoints)
      .flatMap(({ id }) => (matching.has(id) ? [] : id)),
  );
}
