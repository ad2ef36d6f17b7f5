import type * as z from "zod";
import type { sightShape } from "./sight-shape";

export type Sight = Readonly<z.output<typeof sightShape>>;
export type EmotionChoice = Sight["emotions"][number];

/** The whole map; what the shape makes of nothing. */
export const EVERYTHING: Sight = {
  owners: [],
  withoutOwner: false,
  channels: [],
  emotions: [],
  personas: [],
  evidence: null,
  rest: "hide",
  hiddenStages: [],
  hiddenLanes: [],
  hiddenPersonas: [],
};

/** Whether touchpoints are picked out, however many match. */
export function isFiltering(sight: Sight): boolean {
  return criteriaOf(sight) > 0;
}

/** How many sorts of condition are set. */
export function criteriaOf(sight: Sight): number {
  return [
    sight.owners.length > 0 || sight.withoutOwner,
    sight.channels.length > 0,
    sight.emotions.length > 0,
    sight.personas.length > 0,
    sight.evidence !== null,
  ].filter(Boolean).length;
}

/** Whether two sights show the same, whatever the order in which they were chosen. */
export function isSameSight(a: Sight, b: Sight): boolean {
  return canonical(a) === canonical(b);
}

function canonical(sight: Sight): string {
  const entries = Object.entries(sight).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(String).toSorted() : value,
  ]);
  return JSON.stringify(
    entries.toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  );
}
