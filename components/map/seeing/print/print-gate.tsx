"use client";

import { useEffect, useState } from "react";
import type { ComponentType } from "react";
import { flushSync } from "react-dom";

interface PrintGateProps {
  /** The pages; loaded before, or the browser prints what is on the screen. */
  readonly Sheet: ComponentType<{ readonly onClose?: () => void }>;
}

/** Lays out the pages when the browser is about to print by its own menu or key. */
export function PrintGate({ Sheet }: PrintGateProps) {
  const [isPrinting, set] = useState(false);
  useEffect(() => {
    const begin = () => {
      if (document.querySelector("[data-print-sheet]")) return;
      // Before this event is over, because then the pages are drawn.
      flushSync(() => set(true));
    };
    const end = () => set(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting ? <Sheet onClose={() => set(false)} /> : null;
}
