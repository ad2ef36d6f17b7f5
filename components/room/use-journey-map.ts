"use client";

import { useRef, useSyncExternalStore } from "react";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { shareArray } from "@/lib/journey/share";
import { usePlace } from "./room-context";

/**
 * A part of the map, drawn again only when that part changes.
 *
 * @param selector - returns something that is in the map already or a primitive, never a new object.
 */
export function useJourneyMap<T>(selector: (map: JourneyMap) => T): T {
  const { source } = usePlace();
  // Parts of the page come alive one after the other, perhaps after the map has changed: each begins as it was sent.
  return useSyncExternalStore(
    source.subscribe,
    () => selector(source.get()),
    () => selector(source.getSent()),
  );
}

/** The same for a list made of such parts: the same list as long as it holds the same. */
export function useJourneyList<T>(
  selector: (map: JourneyMap) => readonly T[],
): readonly T[] {
  const last = useRef<readonly T[]>(undefined);
  return useJourneyMap((map) => {
    const list = shareArray(last.current, selector(map));
    last.current = list;
    return list;
  });
}
