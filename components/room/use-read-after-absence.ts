"use client";

import { useEffect, useRef } from "react";
import { isKeptPage } from "@/components/kept/is-kept-page";
import { useRoomState } from "./use-room-state";

/**
 * Asks again once the line is back: while it was broken nobody told this page of anything. A page that was kept on this
 * device says what was when it was kept, so it asks with its first line as well.
 *
 * @param options.fromStart - also once the line stands for the first time, for what was asked before it did.
 */
export function useReadAfterAbsence(
  read: () => Promise<void>,
  { fromStart = false }: { readonly fromStart?: boolean } = {},
): void {
  const isAway = useRoomState(
    ({ status }) =>
      status.startsWith("offline") ||
      (status === "connecting" && (fromStart || isKeptPage())),
  );
  const wasAway = useRef(false);
  useEffect(() => {
    if (!isAway && wasAway.current) void read();
    wasAway.current = isAway;
  }, [isAway, read]);
}
