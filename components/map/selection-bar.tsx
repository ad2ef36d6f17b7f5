"use client";

import { useSyncExternalStore } from "react";
import { useCanWrite } from "@/components/room/use-room-state";
import { lazyPart } from "@/components/ui/lazy-part";
import type { GridStore } from "./grid/grid-store";
import { isMany } from "./grid/picks";
import type { Structure } from "./grid/use-structure";

const SelectionTools = lazyPart(
  async () => (await import("./selection-tools")).SelectionTools,
  { takesKeys: false },
);

export interface SelectionBarProps {
  readonly store: GridStore;
  readonly structure: Structure;
}

/** What several chosen things can be given together; there only while there are several. */
export function SelectionBar(props: SelectionBarProps) {
  const { store } = props;
  const canWrite = useCanWrite();
  const isShown = useSyncExternalStore(
    store.subscribe,
    () => store.getHand() === null && isMany(store.getState(), store.view()),
    () => false,
  );
  return isShown && canWrite ? <SelectionTools {...props} /> : null;
}
