"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { BUILD } from "@/lib/protocol/build";
import { unpackMap } from "@/lib/journey/packed-map";
import type { PackedMap } from "@/lib/journey/packed-map";
import { forgetCopies } from "./device-store";
import { waitFor } from "./leaving";
import { MapSource } from "./map-source";
import { RecoveryShelf, type Lost } from "./recovery-shelf";
import { RoomClient } from "./room-client";
import { RoomContext } from "./room-context";
import type { Me, Place } from "./room-context";
import { Seat } from "./seat";

/** A page that is sent back so often writes what is refused; then it stops instead of trying for ever. */
const mostRestarts = 3;
const restartsWithinMs = 60_000;

export interface RoomProviderProps {
  readonly journeyId: string;
  readonly workspaceSlug: string;
  readonly me: Me;
  readonly mayEdit: boolean;
  /** What the server drew; shown until the live document is here. */
  readonly initialMap: PackedMap | null;
  readonly children: ReactNode;
}

/** Opens the live document of a journey for everything inside. */
export function RoomProvider({
  children,
  initialMap,
  ...props
}: RoomProviderProps) {
  const { journeyId, workspaceSlug, me, mayEdit } = props;
  const [source] = useState(
    () => new MapSource(initialMap && unpackMap(initialMap)),
  );
  const shelf = useShelf(journeyId, me.id);
  const [seat] = useState(() => new Seat());
  useClient({ journeyId, workspaceSlug, source, shelf, me, seat });
  useUnloadGuard(seat);
  const room = useMemo<Place>(
    () => ({ journeyId, workspaceSlug, me, mayEdit, source, seat, shelf }),
    [journeyId, workspaceSlug, me, mayEdit, source, seat, shelf],
  );
  return <RoomContext value={room}>{children}</RoomContext>;
}

function useShelf(journeyId: string, userId: string): RecoveryShelf {
  const shelf = useMemo(
    () => new RecoveryShelf({ journeyId, userId }),
    [journeyId, userId],
  );
  useEffect(() => {
    void forgetCopies(userId).then(() => shelf.load());
  }, [shelf, userId]);
  return shelf;
}

type ClientParts = Pick<
  Place,
  "journeyId" | "workspaceSlug" | "source" | "shelf" | "me" | "seat"
>;

/** A document that has to go is followed by another, without a page load in between. */
function useClient(parts: ClientParts): void {
  const { journeyId, workspaceSlug, source, shelf, me, seat } = parts;
  const userId = me.id;
  const [lost, setLost] = useState<{ readonly work: Lost | null } | null>(null);
  const restarts = useRef<readonly number[]>([]);

  useEffect(() => {
    const room = new RoomClient({
      journeyId,
      userId,
      ...addressesOf(window.location, { workspaceSlug, journeyId }),
      build: BUILD,
      initialMap: lost ? null : source.get(),
      lost: lost?.work ?? null,
      onLost: (work, server) => shelf.keep(work, server),
      onWork: shelf.expect,
      onStale: (work) => {
        const since = Date.now() - restartsWithinMs;
        const recent = restarts.current.filter((at) => at > since);
        restarts.current = [...recent, Date.now()];
        if (recent.length >= mostRestarts) return false;
        setLost({ work });
        return true;
      },
    });
    const follow = () => {
      if (room.getState().isLoaded) source.follow(room.live);
    };
    // Before the seat is taken: whoever learns that the map may be written must find the live one.
    const stop = room.subscribe(follow);
    follow();
    seat.take(room);
    return () => {
      stop();
      source.release();
      seat.take(null);
      room.destroy();
    };
  }, [journeyId, workspaceSlug, userId, source, shelf, seat, lost]);
}

function addressesOf(
  { protocol, host, origin }: Location,
  of: { readonly workspaceSlug: string; readonly journeyId: string },
): { address: string; seats: string } {
  return {
    address: `${protocol === "https:" ? "wss:" : "ws:"}//${host}/sync`,
    seats: `${origin}/api/v1/workspaces/${of.workspaceSlug}/journeys/${of.journeyId}/seats`,
  };
}

/** The browser asks before it closes a page whose work would wait, or be lost. */
function useUnloadGuard(seat: Seat): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (seat.get()?.getState().isAtRisk) event.preventDefault();
    };
    window.addEventListener("beforeunload", guard);
    const stop = waitFor(seat);
    return () => {
      stop();
      window.removeEventListener("beforeunload", guard);
    };
  }, [seat]);
}
