"use client";

import { useEffect } from "react";

/** Looks again every so many milliseconds while somebody sees the page, and at once when they come back to it. */
export function useLookAgain(look: () => Promise<void>, everyMs: number): void {
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === "visible") void look();
    };
    const timer = setInterval(lookIfSeen, everyMs);
    document.addEventListener("visibilitychange", lookIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", lookIfSeen);
    };
  }, [look, everyMs]);
}
