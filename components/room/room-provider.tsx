"use client";

import { useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { MapSource } from "./map-source";
import { RoomClient } from "./room-client";
import { RoomContext } from "./room-context";
import type { Me, Room } from "./room-context";

export interface RoomProviderProps {
  readonly journeyId: string;
  readonly workspaceSlug: string;
  readonly me: Me;
  readonly mayEdit: boolean;
  /** What the server drew; shown until the live document is here. */
  readonly initialMap: JourneyMap | null;
  readonly children: ReactNode;
}

/** Opens the live document of a journey for everything inside. */
export function RoomProvider({
  children,
  initialMap,
  ...props
}: RoomProviderProps) {
  const { journeyId, workspaceSlug, me, mayEdit } = props;
  const [source] = useState(() => new MapSource(initialMap));
  const [client, setClient] = useState<RoomClient | null>(null);
  const userId = me.id;

  useEffect(() => {
    const address = addressOf(window.location);
    const room = new RoomClient({
      journeyId,
      userId,
      address,
      initialMap: source.get(),
    });
    // oxlint-disable-next-line react/set-state-in-effect -- a connection is made with the page and ends with it; strict mode would leave a second one open
    setClient(room);
    const follow = () => {
      if (room.getState().isLoaded) source.follow(room.live);
    };
    const stop = room.subscribe(follow);
    follow();
    return () => {
      stop();
      source.release();
      setClient(null);
      room.destroy();
    };
  }, [journeyId, userId, source]);

  useUnloadGuard(client);

  const room = useMemo<Room>(
    () => ({ journeyId, workspaceSlug, me, mayEdit, source, client }),
    [journeyId, workspaceSlug, me, mayEdit, source, client],
  );
  return <RoomContext value={room}>{children}</RoomContext>;
}

function addressOf({ protocol, host }: Location): string {
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}/sync`;
}

/** The browser asks before it closes a page whose work is not stored yet. */
function useUnloadGuard(client: RoomClient | null): void {
  useEffect(() => {
    if (!client) return;
    const guard = (event: BeforeUnloadEvent) => {
      if (client.getState().isUnsaved) event.preventDefault();
    };
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [client]);
}
