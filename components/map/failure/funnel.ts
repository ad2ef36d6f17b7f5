"use client";

import { createContext, useContext } from "react";
import { useMapParts } from "@/components/room/use-journey-map";
import {
  funnelOf,
  type Funnel,
  type FunnelCounts,
  type FunnelStep,
} from "@/lib/insight/funnel";
import type { TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { isSameJson } from "@/lib/journey/plain";

type Stages = JourneyMap["stages"];

interface FunnelSource {
  readonly counts: FunnelCounts | null;
  /** The stages of the whole map, where what is shown may be a part of it: whoever is hidden was lost all the same. */
  readonly whole: (() => Stages) | null;
}

export const FunnelSourceContext = createContext<FunnelSource>({
  counts: null,
  whole: null,
});

/** A step of the funnel as it is drawn. */
export interface ShownStep {
  readonly step: FunnelStep;
  /** In which unit people were counted; null where they were not. */
  readonly unit: string | null;
  /** Whether clearly more are lost here than at every other touchpoint. */
  readonly isWeakest: boolean;
}

interface Shown {
  readonly counts: FunnelCounts | null;
  readonly funnel: Funnel;
  readonly byId: ReadonlyMap<string, ShownStep>;
}

const STAGES = ["stages"] as const;
const known = new WeakMap<Stages, Shown>();
let newest: Shown | null = null;

/** Worked out once for all columns of a map; a step that says the same as before is the same. */
function shownOf(stages: Stages, counts: FunnelCounts | null): Shown {
  const held = known.get(stages);
  if (held?.counts === counts) return held;
  const points = stages.flatMap(({ touchpoints }) => touchpoints);
  const funnel = funnelOf(points, counts);
  const { weakest } = funnel;
  const byId = new Map(
    funnel.steps.map((step): [string, ShownStep] => {
      const { touchpointId: id } = step;
      const isWeakest =
        weakest?.isClear === true && weakest.touchpointId === id;
      const fresh = { step, unit: counts?.unit ?? null, isWeakest };
      const before = newest?.byId.get(id);
      return [id, before && isSameJson(before, fresh) ? before : fresh];
    }),
  );
  newest = { counts, funnel, byId };
  known.set(stages, newest);
  return newest;
}

const stepIn = ({ funnel, byId }: Shown, id: string): ShownStep | null =>
  funnel.isKnown ? (byId.get(id) ?? null) : null;

/** What becomes of people at one touchpoint of the live map; null where nobody knows anything of the kind. */
export function useShownStep(id: TouchpointId): ShownStep | null {
  const { counts } = useContext(FunnelSourceContext);
  return useMapParts(STAGES, ({ stages }) =>
    stepIn(shownOf(stages, counts), id),
  );
}

/** The funnel of the map that a view shows, be it the whole of it or a part. */
export function useFunnelOf({ stages }: Pick<JourneyMap, "stages">): {
  readonly funnel: Funnel;
  readonly stepAt: (id: string) => ShownStep | null;
  readonly counts: FunnelCounts | null;
} {
  const { counts, whole } = useContext(FunnelSourceContext);
  const shown = shownOf(whole?.() ?? stages, counts);
  return { funnel: shown.funnel, stepAt: (id) => stepIn(shown, id), counts };
}
