"use client";

import { useRef } from "react";
import type { KeyboardEvent, TouchEvent } from "react";

interface Turning {
  readonly at: number;
  readonly last: number;
  readonly go: (to: number) => void;
  /** Where each stage begins. */
  readonly starts: readonly number[];
  /** Shows more of a slide that is too high; false where its end is in sight. */
  readonly scroll: (direction: 1 | -1) => boolean;
}

const FORTH: readonly string[] = ["ArrowRight", "PageDown", " ", "Enter"];
const BACK: readonly string[] = ["ArrowLeft", "PageUp", "Backspace"];
/** These read on within a slide that is too high before they turn it. */
const READ_ON: readonly string[] = [" ", "PageDown", "PageUp"];
/** A swipe is at least this long, in pixels, and clearly more across than down. */
const SWIPE = 48;
const ACROSS = 1.5;

/** Where a key leads; null for those that lead nowhere. */
function target(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  { at, last, starts }: Turning,
): number | null {
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key === "ArrowRight" && shiftKey)
    return starts.find((start) => start > at) ?? last;
  if (key === "ArrowLeft" && shiftKey)
    return starts.findLast((start) => start < at) ?? 0;
  if (BACK.includes(key) || (key === " " && shiftKey)) return at - 1;
  return FORTH.includes(key) ? at + 1 : null;
}

/** Turns slides by keys and by a swipe; the arrows up and down scroll what is too high. */
export function useTurning(turning: Turning) {
  const { at, go, scroll } = turning;
  const start = useRef<{ x: number; y: number } | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const isButton =
      event.target instanceof Element && event.target.closest("button, a");
    if (isButton && (key === " " || key === "Enter")) return;
    const to = target(event, turning);
    if (to === null) return;
    event.preventDefault();
    const isRead = READ_ON.includes(key) && scroll(to < at ? -1 : 1);
    if (!isRead) go(to);
  };
  return {
    onKeyDown,
    onTouchStart: ({ touches }: TouchEvent) => {
      const one = touches[0];
      start.current =
        one && touches.length === 1 ? { x: one.clientX, y: one.clientY } : null;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const from = start.current;
      const one = changedTouches[0];
      start.current = null;
      if (!from || !one) return;
      const dx = one.clientX - from.x;
      const dy = Math.abs(one.clientY - from.y);
      if (Math.abs(dx) < SWIPE || Math.abs(dx) < dy * ACROSS) return;
      go(dx < 0 ? at + 1 : at - 1);
    },
  };
}
