"use client";

import {
  createContext,
  useContext,
  useMemo,
  useSyncExternalStore,
} from "react";
import type { MapSource } from "./map-source";
import type { RecoveryShelf } from "./recovery-shelf";
import type { RoomClient } from "./room-client";
import type { Seat } from "./seat";

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

/** The journey on this page, which stays the same object as long as the page shows it. */
export interface Place {
  readonly journeyId: string;
  readonly workspaceSlug: string;
  readonly me: Me;
  readonly source: MapSource;
  /** What the page allows; the server's word may be stricter. */
  readonly mayEdit: boolean;
  readonly seat: Seat;
  /** What was written here and never reached the server. */
  readonly shelf: RecoveryShelf;
}

/** The same with this tab's seat in it. */
export interface Room extends Place {
  /** Null until the page runs in a browser. */
  readonly client: RoomClient | null;
}

export const RoomContext = createContext<Place | null>(null);

/**
 * The room around this component, without who sits in it. For what a map has thousands of: it is not drawn again when
 * the client comes.
 */
export function usePlace(): Place {
  const place = useContext(RoomContext);
  if (!place) throw new Error("a RoomProvider is missing above this component");
  return place;
}

/** The room around this component. */
export function useRoom(): Room {
  const place = usePlace();
  const { seat } = place;
  const client = useSyncExternalStore(seat.subscribe, seat.get, () => null);
  return useMemo(() => ({ ...place, client }), [place, client]);
}
