"use client";

import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import { shareObject } from "@/lib/journey/share";
import type { PictureList } from "../clipboard/picture-list";
import type { GridState } from "./grid-state";
import type { GridNow, GridStore, Hand } from "./grid-store";
import type { GridShape } from "./shape";

/** Stays the same object while the grid is on the page: whatever changes, no cell is drawn again for it. */
export interface GridAccess {
  readonly store: GridStore;
  /** Pasted files that are on their way. */
  readonly coming: PictureList;
  /** In the reader's language; asked for once, not by a thousand cells. */
  readonly words: {
    readonly addCard: string;
    readonly menu: string;
    readonly picked: string;
  };
}

export const GridContext = createContext<GridAccess | null>(null);

export function useGridAccess(): GridAccess {
  const access = useContext(GridContext);
  if (!access) throw new Error("a MapGrid is missing above this component");
  return access;
}

/** A part of the selection's state; must be a primitive or something the state holds. */
export function useGridState<T>(
  select: (state: GridState, shape: GridShape) => T,
): T {
  const { store } = useGridAccess();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getState(), store.getShape()),
    () => {
      const { state, shape } = store.getSent();
      return select(state, shape);
    },
  );
}

/**
 * Several parts at once, the same object as long as each of them is the same: a cell follows the grid with one
 * subscription, however much of it it shows.
 *
 * @param select - returns an object of primitives and things that the state holds.
 */
export function useGridParts<T extends object>(select: (now: GridNow) => T): T {
  const { store } = useGridAccess();
  const last = useRef<T>(undefined);
  const read = (now: GridNow) => {
    const parts = shareObject(last.current, select(now));
    last.current = parts;
    return parts;
  };
  return useSyncExternalStore(
    store.subscribe,
    () => read(store.now()),
    () => read(store.getSent()),
  );
}

/** Whether the grid offers what changes it. */
export function useOffersWriting(): boolean {
  return useGridParts(({ looksWritable }) => ({ looksWritable })).looksWritable;
}

export function useHand<T>(select: (hand: Hand | null) => T): T {
  const { store } = useGridAccess();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getHand()),
    () => select(null),
  );
}
