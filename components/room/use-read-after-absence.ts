"use client";

import { useEffect, useRef } from "react";
import { useRoomState } from "./use-room-state";

/** Asks again once the line is back: while it was broken nobody told this page of anything. */
export function useReadAfterAbsence(read: () => Promise<void>): void {
  const isAway = useRoomState(({ status }) => status.startsWith("offline"));
  const wasAway = useRef(false);
  useEffect(() => {
    if (!isAway && wasAway.current) void read();
    wasAway.current = isAway;
  }, [isAway, read]);
}
