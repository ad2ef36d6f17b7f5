"use client";

import { createContext, useContext } from "react";
import type { MapSource } from "./map-source";
import type { RecoveryShelf } from "./recovery-shelf";
import type { RoomClient } from "./room-client";

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

/** The journey on this page and this tab's seat in it. */
export interface Room {
  readonly journeyId: string;
  readonly workspaceSlug: string;
  readonly me: Me;
  readonly source: MapSource;
  /** What the page allows; the server's word may be stricter. */
  readonly mayEdit: boolean;
  /** Null until the page runs in a browser. */
  readonly client: RoomClient | null;
  /** What was written here and never reached the server. */
  readonly shelf: RecoveryShelf;
}

export const RoomContext = createContext<Room | null>(null);

/** The room around this component. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("a RoomProvider is missing above this component");
  return room;
}
