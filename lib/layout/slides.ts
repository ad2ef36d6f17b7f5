/** A stage of a map, as far as its pages are concerned. */
interface StageToShow {
  readonly id: string;
  readonly touchpoints: readonly { readonly id: string }[];
}

/** A lane as it would stand under some columns. */
export interface LaneToShow {
  readonly id: string;
  readonly height: number;
}

interface Columns {
  readonly stageId: string;
  readonly touchpointIds: readonly string[];
}

/** What is shown at once: some touchpoints of one stage, none of a stage that has none, and what some lanes say of them. */
export interface Slide extends Columns {
  readonly laneIds: readonly string[];
  /** Which page of how many of its stage, from 1. */
  readonly page: number;
  readonly pages: number;
}

interface Room {
  /** Touchpoints that fit beside each other; at least 1 is assumed. */
  readonly most: number;
  /** How high the lanes of one page may be together. */
  readonly height: number;
  /** The lanes that say something of these columns, in order. */
  readonly lanesOf: (columns: Columns) => readonly LaneToShow[];
}

/**
 * Cuts a map into pages, never across the edge of a stage: first into about the same number of touchpoints, then into
 * lanes that fit below each other.
 */
export function slidesOf(
  stages: readonly StageToShow[],
  { most, height, lanesOf }: Room,
): readonly Slide[] {
  return stages.flatMap((stage) => {
    const pages = columnsOf(stage, most).flatMap((columns) =>
      stacksOf(lanesOf(columns), height).map((laneIds) => ({
        ...columns,
        laneIds,
      })),
    );
    return pages.map((page, index) => ({
      ...page,
      page: index + 1,
      pages: pages.length,
    }));
  });
}

function columnsOf(
  { id, touchpoints }: StageToShow,
  most: number,
): readonly Columns[] {
  const perPage = Math.max(1, Math.floor(most));
  const pages = Math.max(1, Math.ceil(touchpoints.length / perPage));
  // Five and five are easier to read than eight and two.
  const share = Math.ceil(touchpoints.length / pages);
  return Array.from({ length: pages }, (_, index) => ({
    stageId: id,
    touchpointIds: touchpoints
      .slice(index * share, (index + 1) * share)
      .map((touchpoint) => touchpoint.id),
  }));
}

/** One that alone is too high has a page to itself. */
function stacksOf(
  lanes: readonly LaneToShow[],
  height: number,
): readonly (readonly string[])[] {
  const stacks: string[][] = [[]];
  let filled = 0;
  for (const lane of lanes) {
    if (filled > 0 && filled + lane.height > height) {
      stacks.push([]);
      filled = 0;
    }
    stacks.at(-1)?.push(lane.id);
    filled += lane.height;
  }
  return stacks;
}

/**
 * Where a slide went after colleagues changed the map: the same one, else the one of its stage that shows most of the
 * same, else whatever stands in its place now.
 */
export function slideNow(
  slides: readonly Slide[],
  held: { readonly slide: Slide | null; readonly index: number },
): number {
  const { slide, index } = held;
  const last = Math.max(0, slides.length - 1);
  const fallback = Math.min(Math.max(0, index), last);
  if (!slide) return fallback;
  const common = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => others.includes(id)).length;
  let best = fallback;
  let most = -1;
  slides.forEach((one, at) => {
    if (one.stageId !== slide.stageId) return;
    const columns = common(one.touchpointIds, slide.touchpointIds);
    const lanes = common(one.laneIds, slide.laneIds);
    const likeness = columns * 1_000 + lanes;
    if (likeness <= most) return;
    best = at;
    most = likeness;
  });
  return best;
}
