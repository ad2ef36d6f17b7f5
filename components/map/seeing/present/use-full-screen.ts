"use client";

import { useEffect, useEffectEvent } from "react";

/** Takes the whole screen while it is on the page, where the browser allows it; leaving the one leaves the other. */
export function useFullScreen(onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    let wasFull = false;
    const compare = () => {
      const isFull = document.fullscreenElement !== null;
      if (wasFull && !isFull) leave();
      wasFull = isFull;
    };
    document.addEventListener("fullscreenchange", compare);
    const asked = document.documentElement.requestFullscreen?.();
    asked?.catch(() => undefined);
    return () => {
      document.removeEventListener("fullscreenchange", compare);
      if (document.fullscreenElement)
        document.exitFullscreen().catch(() => undefined);
    };
  }, []);
}
