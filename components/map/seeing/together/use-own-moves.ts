"use client";

import { useEffect, useEffectEvent } from "react";

/** Keys that go nowhere by themselves, or only move the focus. */
const STILL = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|Tab|F\d+)$/;
/** With Ctrl: the palette, copying, finding and printing. */
const STILL_WITH_CTRL = ["k", "c", "f", "p"];
/** What is beside the map: people can be seen, and commands found, without leaving whom one follows. */
const BESIDE =
  "[data-region=header], [data-region=following], [data-region=notifications]";
/** What opens above the map and has an Esc of its own. */
const ABOVE = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

function isIn({ target }: Event, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/** Tells when the reader takes the view into their own hands: by pointer, wheel, finger or key. */
export function useOwnMoves(isOn: boolean, onMove: () => void): void {
  const move = useEffectEvent(onMove);
  useEffect(() => {
    if (!isOn) return;
    const handleKey = (event: KeyboardEvent) => {
      if (event.isComposing || isIn(event, ABOVE)) return;
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopImmediatePropagation();
        return move();
      }
      if (isIn(event, BESIDE)) return;
      const isCtrl = event.ctrlKey || event.metaKey;
      const isStill =
        STILL.test(event.key) ||
        (isCtrl && STILL_WITH_CTRL.includes(event.key.toLowerCase()));
      if (!isStill) move();
    };
    const handle = (event: Event) => {
      if (!isIn(event, ABOVE) && !isIn(event, BESIDE)) move();
    };
    const moves = ["pointerdown", "wheel", "touchmove"] as const;
    const how = { capture: true, passive: true };
    for (const name of moves) window.addEventListener(name, handle, how);
    window.addEventListener("keydown", handleKey, true);
    return () => {
      for (const name of moves) window.removeEventListener(name, handle, how);
      window.removeEventListener("keydown", handleKey, true);
    };
  }, [isOn]);
}
