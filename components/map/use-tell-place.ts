"use client";

import { useEffect } from "react";
import { useRoom } from "@/components/room/room-context";
import type { OwnPresence } from "@/lib/protocol/presence";
import type { GridStore } from "./grid/grid-store";
import { cellOf } from "./grid/shape";

const IDLE_MS = 120_000;

/** Tells the others which cell I am on, and when I have gone away from the desk. */
export function useTellPlace(store: GridStore): void {
  const { client } = useRoom();
  useEffect(() => {
    if (!client) return;
    let told = "";
    const tell = () => {
      const at = placeOfSelection(store);
      const isEditing = store.getState().edit !== null;
      const next = JSON.stringify({ at, isEditing });
      if (next === told) return;
      told = next;
      client.presence.tell({ at, isEditing });
    };
    return store.subscribe(tell);
  }, [client, store]);

  useEffect(() => {
    if (!client) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isIdle = false;
    const wake = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => client.presence.tell({ isIdle: (isIdle = true) }),
        IDLE_MS,
      );
      if (isIdle) client.presence.tell({ isIdle: (isIdle = false) });
    };
    wake();
    const events = ["pointerdown", "keydown", "wheel"] as const;
    events.forEach((name) =>
      window.addEventListener(name, wake, { passive: true }),
    );
    return () => {
      clearTimeout(timer);
      events.forEach((name) => window.removeEventListener(name, wake));
    };
  }, [client]);
}

function placeOfSelection(store: GridStore): OwnPresence["at"] {
  const cell = cellOf(store.getShape(), store.getState().point);
  if (!cell) return null;
  if (cell.lane && cell.columnId) {
    return { kind: "cell", laneId: cell.lane.key, columnId: cell.columnId };
  }
  const id = cell.lane?.key ?? cell.columnId;
  return id ? { kind: "entity", id } : null;
}
