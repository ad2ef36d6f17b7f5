"use client";

import { useEffect } from "react";
import { idle } from "@/components/ui/idle";
import { usePlace } from "@/components/room/room-context";
import { useRoomState } from "@/components/room/use-room-state";
import type { SaveStatus } from "@/components/room/save-status";

const apart: readonly SaveStatus[] = [
  "connecting",
  "offline",
  "offline-unkept",
  "reload",
];

/** Has the page of this map kept on this device, each time the server is there. */
export function KeptPage() {
  const { journeyId, workspaceSlug, me } = usePlace();
  const isLive = useRoomState(({ status }) => !apart.includes(status));
  useEffect(() => {
    if (!isLive) return undefined;
    let end: (() => void) | null = null;
    let isOver = false;
    const begin = async () => {
      await idle();
      const { keepPage } = await import("./keep-page");
      if (!isOver) end = keepPage({ journeyId, workspaceSlug, userId: me.id });
    };
    // Where the part does not come the page is not kept, and nothing else is amiss.
    void begin().catch(() => undefined);
    return () => {
      isOver = true;
      end?.();
    };
  }, [isLive, journeyId, workspaceSlug, me.id]);
  return null;
}
