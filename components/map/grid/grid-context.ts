"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { PictureList } from "../clipboard/picture-list";
import type { GridState } from "./grid-state";
import type { GridStore, Hand } from "./grid-store";
import type { GridShape } from "./shape";

export interface GridAccess {
  readonly store: GridStore;
  readonly canWrite: boolean;
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
  const read = () => select(store.getState(), store.getShape());
  return useSyncExternalStore(store.subscribe, read, read);
}

export function useHand<T>(select: (hand: Hand | null) => T): T {
  const { store } = useGridAccess();
  const read = () => select(store.getHand());
  return useSyncExternalStore(store.subscribe, read, read);
}
