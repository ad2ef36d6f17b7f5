"use client";

import { useSyncExternalStore } from "react";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { useRoom } from "./room-context";

/**
 * A part of the map, drawn again only when that part changes.
 *
 * @param selector - returns something that is in the map already or a primitive, never a new object.
 */
export function useJourneyMap<T>(selector: (map: JourneyMap) => T): T {
  const { source } = useRoom();
  const read = () => selector(source.get());
  return useSyncExternalStore(source.subscribe, read, read);
}
