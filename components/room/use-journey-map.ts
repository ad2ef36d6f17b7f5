"use client";

import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { CellKey } from "@/lib/journey/ids";
import type { Card, JourneyMap } from "@/lib/journey/journey-map";
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

/**
 * The same for what stands in these parts alone, so that nobody asks it when another part changes. For whatever the map
 * has hundreds of.
 */
export function useMapParts<Part extends keyof JourneyMap, T>(
  parts: readonly Part[],
  selector: (map: Pick<JourneyMap, Part>) => T,
): T {
  const { source } = usePlace();
  return useSyncExternalStore(
    source.toParts(parts),
    () => selector(source.get()),
    () => selector(source.getSent()),
  );
}

const NO_CARDS: readonly Card[] = [];

/**
 * The cards of a cell, drawn again only when they change in more than `write` can show.
 *
 * @param key - as in `cells` of the map.
 * @param write - shows other cards in the place of those that are drawn; stays the same function. Returns whether it did.
 */
export function useCards(
  key: keyof JourneyMap["cells"],
  write: (drawn: readonly Card[], now: readonly Card[]) => boolean,
): readonly Card[] {
  const { source } = usePlace();
  // Asked by another function each time, so that React looks once more after each drawing: what `write` took for shown, as
  // the words in an open field, may no longer be there then.
  const cards = useSyncExternalStore(
    source.toCell(key),
    () => source.get().cells[key] ?? NO_CARDS,
    () => source.getSent().cells[key] ?? NO_CARDS,
  );
  const drawn = useRef(cards);
  useLayoutEffect(() => {
    drawn.current = cards;
  }, [cards]);
  useLayoutEffect(
    () => source.writeCell(key, (now) => write(drawn.current, now)),
    [source, key, write],
  );
  return cards;
}

/** How many cards stand in these cells together. @param keys - the same list as long as it holds the same. */
export function useCardCount(keys: readonly CellKey[]): number {
  const { source } = usePlace();
  const subscribe = useMemo(() => source.toCells(keys), [source, keys]);
  const count = ({ cells }: JourneyMap) =>
    keys.reduce((sum, key) => sum + (cells[key]?.length ?? 0), 0);
  return useSyncExternalStore(
    subscribe,
    () => count(source.get()),
    () => count(source.getSent()),
  );
}

/** A list made of what stands in these parts: the same list as long as it holds the same. */
export function usePartsList<Part extends keyof JourneyMap, T>(
  parts: readonly Part[],
  selector: (map: Pick<JourneyMap, Part>) => readonly T[],
): readonly T[] {
  const last = useRef<readonly T[]>(undefined);
  return useMapParts(parts, (map) => {
    const list = shareArray(last.current, selector(map));
    last.current = list;
    return list;
  });
}
