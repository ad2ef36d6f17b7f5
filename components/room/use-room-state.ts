"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { PresenceUser } from "@/lib/protocol/presence";
import type { Seen } from "./presence-book";
import type { Recovered } from "./recovery";
import type { RoomState } from "./room-state";
import { useReadingMode } from "./reading-mode";
import { usePlace } from "./room-context";

const BEFORE: RoomState = {
  status: "connecting",
  isLoaded: false,
  canEdit: true,
  isFull: false,
  isUnsaved: false,
  isAtRisk: false,
  closedBy: null,
  newerBuild: null,
  large: null,
};
const ALONE: Seen = { people: [], places: new Map(), presences: [] };
const NOTHING: readonly Recovered[] = [];
const NO_ONE: readonly PresenceUser[] = [];

/**
 * A part of how this tab stands to the live document, drawn again only when that part changes: whether all is
 * saved changes with every key.
 *
 * @param select - returns a primitive or something that the state holds.
 */
export function useRoomState<T>(select: (state: RoomState) => T): T {
  const { seat } = usePlace();
  return useSyncExternalStore(
    seat.onState,
    () => select(seat.get()?.getState() ?? BEFORE),
    () => select(BEFORE),
  );
}

/** What was written here and never reached the server, and how many changes that is. */
export function useRecovered(): {
  readonly list: readonly Recovered[];
  readonly count: number;
} {
  const { shelf } = usePlace();
  const list = useSyncExternalStore(
    shelf.subscribe,
    shelf.getList,
    () => NOTHING,
  );
  const count = useMemo(() => shelf.count(list), [shelf, list]);
  return { list, count };
}

/** Whether the map can be written by who may; nobody has taken it away meanwhile. */
export function isOpen(state: RoomState): boolean {
  return state.canEdit && state.closedBy === null;
}

/**
 * Whether a map looks as if it could be changed: from the first sight on, before the document is here, so that
 * nothing of it is drawn twice. What is done meanwhile is not done; `useCanWrite` knows.
 */
export function useLooksWritable(): boolean {
  const { seat, mayEdit } = usePlace();
  const { isReading } = useReadingMode();
  const mayLook = mayEdit && !isReading;
  return useSyncExternalStore(
    seat.onState,
    () => mayLook && isOpen(seat.get()?.getState() ?? BEFORE),
    () => mayLook,
  );
}

/** Whether what is on the map may be changed right now: allowed and wanted, and the document is whole. */
export function useCanWrite(): boolean {
  const { seat, mayEdit } = usePlace();
  const { isReading } = useReadingMode();
  const read = () => {
    const state = seat.get()?.getState();
    if (!state?.isLoaded) return false;
    return mayEdit && !isReading && isOpen(state);
  };
  return useSyncExternalStore(seat.onState, read, () => false);
}

/** Who else is here. */
export function useSeen(): Seen {
  const { seat } = usePlace();
  return useSyncExternalStore(
    seat.onPresence,
    () => seat.get()?.presence.getSeen() ?? ALONE,
    () => ALONE,
  );
}

/** Who else is on one cell or entity. */
export function usePeopleAt(name: string): readonly PresenceUser[] {
  const { seat } = usePlace();
  const read = () => seat.get()?.presence.at(name) ?? NO_ONE;
  return useSyncExternalStore(seat.onPresence, read, () => NO_ONE);
}
