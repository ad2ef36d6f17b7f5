"use client";

import { useEffect } from "react";
import { isMac } from "@/components/ui/is-mac";

const asking = "[role=dialog], [role=alertdialog]:not([aria-modal=false])";

/** Opens the palette by Ctrl+K, or Cmd+K on a Mac, wherever the focus is. */
export function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isCommand = isMac() ? event.metaKey : event.ctrlKey;
      if (!isCommand || event.altKey || event.shiftKey || event.isComposing)
        return;
      if (event.key.toLowerCase() !== "k" || event.defaultPrevented) return;
      // What is open asks for an answer first; a toast does not.
      if (document.querySelector(asking)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [open]);
}
