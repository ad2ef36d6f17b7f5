"use client";

import { useSyncExternalStore } from "react";
import { usePlace } from "@/components/room/room-context";
import { ColumnStore, NO_WIDTHS } from "./column-store";
import type { ColumnWidths } from "./column-store";

const stores = new Map<string, ColumnStore>();

/** The column widths of the map on this page, for this person. */
export function useColumnStore(): ColumnStore {
  const { journeyId, me } = usePlace();
  const name = `waymark:columns:${me.id}:${journeyId}`;
  const known = stores.get(name);
  if (known) return known;
  const store = new ColumnStore(name, shelf());
  stores.set(name, store);
  return store;
}

export function useColumnWidths(): ColumnWidths {
  const store = useColumnStore();
  return useSyncExternalStore(store.subscribe, store.get, () => NO_WIDTHS);
}

function shelf(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage;
  } catch {
    return null;
  }
}
