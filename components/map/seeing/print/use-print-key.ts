"use client";

import { useEffect, useEffectEvent } from "react";

/** Ctrl or Cmd and P asks for the paper instead of printing the screen, unless a dialog is open. */
export function usePrintKey(onPrint: () => void): void {
  const print = useEffectEvent(onPrint);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
      const isPrint = (ctrlKey || metaKey) && key.toLowerCase() === "p";
      if (!isPrint || shiftKey || altKey || event.defaultPrevented) return;
      event.preventDefault();
      if (!document.querySelector("[role=dialog], [role=alertdialog]")) print();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
