"use client";

import { useEffect, useRef } from "react";
import { useRoomState } from "./use-room-state";

/**
 * Asks again once the line is back: while it was broken nobody told this page of anything.
 *
 * @param options.fromStart - also once the line stands for the first time, for what was asked before it did.
 */
export function useReadAfterAbsence(
  read: () => Promise<void>,
  { fromStart = false }: { readonly fromStart?: boolean } = {},
): void {
  const isAway = useRoomState(
    ({ status }) =>
      status.startsWith("offline") || (fromStart && status === "connecting"),
  );
  const wasAway = useRef(false);
  useEffect(() => {
    if (!isAway && wasAway.current) void read();
    wasAway.current = isAway;
  }, [isAway, read]);
}
