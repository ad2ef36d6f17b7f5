import type { JourneyMap } from "../journey/journey-map";

/** The ways to look at one map, in the order in which they are offered. */
export const MAP_VIEWS = [
  "map",
  "line",
  "table",
  "outline",
  "canvas",
  "channels",
  "responsibilities",
] as const;
export type MapView = (typeof MAP_VIEWS)[number];

/** The view of that name, as an address or this browser's memory gives it; null for anything else. */
export function viewNamed(name: unknown): MapView | null {
  return MAP_VIEWS.find((view) => view === name) ?? null;
}

/**
 * The views that have something to show of a map that keeps parts back: no line without a curve, no matrix of what
 * is not told. What is missing there is not missing on the map, so nothing may call it a gap.
 */
export function tellingViews({
  stages,
  curves,
}: Pick<JourneyMap, "stages" | "curves">): MapView[] {
  const touchpoints = stages.flatMap((stage) => stage.touchpoints);
  const tells: Partial<Record<MapView, boolean>> = {
    line: curves.length > 0,
    channels: touchpoints.some(({ channels }) => channels.length > 0),
    responsibilities: touchpoints.some(({ owners }) => owners.length > 0),
  };
  return MAP_VIEWS.filter((view) => tells[view] ?? true);
}
