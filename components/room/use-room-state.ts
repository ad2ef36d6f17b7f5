"use client";

import { useSyncExternalStore } from "react";
import type { PresenceUser } from "@/lib/protocol/presence";
import type { Seen } from "./presence-book";
import type { RoomState } from "./room-client";
import { useRoom } from "./room-context";

const BEFORE: RoomState = {
  status: "connecting",
  isLoaded: false,
  canEdit: true,
  isUnsaved: false,
  closedBy: null,
  recovery: null,
};
const ALONE: Seen = { people: [], places: new Map(), presences: [] };
const NO_ONE: readonly PresenceUser[] = [];
const never = () => () => {};

/** How this tab stands to the live document. */
export function useRoomState(): RoomState {
  const { client } = useRoom();
  return useSyncExternalStore(
    client?.subscribe ?? never,
    client?.getState ?? (() => BEFORE),
    () => BEFORE,
  );
}

function mayWrite(state: RoomState): boolean {
  return state.isLoaded && state.canEdit && state.closedBy === null;
}

/** Whether what is on the map may be changed right now: allowed, and the document is whole. */
export function useCanWrite(): boolean {
  const { client, mayEdit } = useRoom();
  const read = () => client !== null && mayEdit && mayWrite(client.getState());
  return useSyncExternalStore(client?.subscribe ?? never, read, () => false);
}

/** Who else is here. */
export function useSeen(): Seen {
  const { client } = useRoom();
  return useSyncExternalStore(
    client?.presence.subscribe ?? never,
    client?.presence.getSeen ?? (() => ALONE),
    () => ALONE,
  );
}

/** Who else is on one cell or entity. */
export function usePeopleAt(name: string): readonly PresenceUser[] {
  const { client } = useRoom();
  const read = () => client?.presence.at(name) ?? NO_ONE;
  return useSyncExternalStore(
    client?.presence.subscribe ?? never,
    read,
    () => NO_ONE,
  );
}
