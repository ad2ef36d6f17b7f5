"use client";

import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { usePlace } from "@/components/room/room-context";
import type { ViewItem } from "@/lib/api/views";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { feltValue, nearestLevel } from "@/lib/insight/evidence";
import type { Beside, ShownLevel } from "@/lib/sight/match";
import type { Seen } from "@/lib/sight/see";
import type { Sight } from "@/lib/sight/sight";
import { useEvidence, useEvidenceGroups } from "../emotion/evidence";
import { SightStore } from "./sight-store";
import { StageChoice } from "./together/stage-choice";
import { Together } from "./together/together";
import { Viewport } from "./viewport";

/** How this tab looks at the map; nothing of it is in the document. */
export interface Seeing {
  readonly sights: SightStore;
  readonly viewport: Viewport;
  /** Of the list that shows one stage at a time. */
  readonly stage: StageChoice;
  readonly together: Together;
}

export const SeeingContext = createContext<Seeing | null>(null);

export function useSeeing(): Seeing {
  const seeing = useContext(SeeingContext);
  if (!seeing)
    throw new Error("a JourneyEditor is missing above this component");
  return seeing;
}

export function useNewSeeing(view: ViewItem | null): Seeing {
  const { source, me, journeyId } = usePlace();
  const groups = useEvidenceGroups();
  const known = useMemo(
    () => new Set(groups.map(({ touchpointId }) => touchpointId)),
    [groups],
  );
  const evidence = useEvidence();
  const shown = useMemo<ShownLevel>(
    () => (touchpointId, personaId, own) => {
      const felt = feltValue(own, evidence(touchpointId, personaId));
      return felt === null ? null : nearestLevel(felt);
    },
    [evidence],
  );
  const beside = useMemo<Beside>(() => ({ known, shown }), [known, shown]);
  const [seeing] = useState(() => ({
    sights: new SightStore(source, view, beside),
    viewport: new Viewport(`${me.id}:${journeyId}`),
    stage: new StageChoice(),
    together: new Together(),
  }));
  useEffect(() => seeing.sights.learn(beside), [seeing, beside]);
  return seeing;
}

export function useSight(): Sight {
  const { sights } = useSeeing();
  return useSyncExternalStore(
    sights.subscribe,
    sights.getSight,
    sights.getSight,
  );
}

/**
 * A part of what is left of the map under the conditions of this tab; for whole views that draw no grid, too.
 *
 * @param select - returns something that is in there already or a primitive, never a new object.
 */
export function useVisible<T>(select: (seen: Seen) => T): T {
  const { sights } = useSeeing();
  return useSyncExternalStore(
    sights.subscribe,
    () => select(sights.getSeen()),
    () => select(sights.getSent()),
  );
}

/** The map without what is put aside; the map itself while nothing is. */
export function useSeenMap<T>(select: (map: JourneyMap) => T): T {
  return useVisible(({ map }) => select(map));
}

export function useChosenView(): ViewItem | null {
  const { sights } = useSeeing();
  return useSyncExternalStore(sights.subscribe, sights.getView, sights.getView);
}
