"use client";

import { useEffect, useRef } from "react";

/** Marks the entry that stands for a step. */
const mark = { waymarkStep: true } as const;

const isMarked = (): boolean =>
  (window.history.state as Partial<typeof mark> | null)?.waymarkStep === true;

/**
 * Lets the browser's Back take one step back, where leaving the page would lose what was decided on it. The page has an
 * entry of its own in the history for that, which Back takes instead of the page, and which goes with the last step. It is
 * come back to, not made anew: browsers pass over what a page adds without being touched. Where the page was left by a
 * link or loaded anew, it stands there for nothing, and is passed over.
 *
 * @param isOn - whether there is something to lose.
 * @param onBack - takes the step and says whether there is still something to lose.
 */
export function useBackStep(isOn: boolean, onBack: () => boolean): void {
  const latest = useRef(onBack);
  const isHeld = useRef(false);
  const isComingBack = useRef(false);
  const isPassed = useRef(false);
  /** A link within the page is no Back, but is told of in the same way. */
  const at = useRef("");
  useEffect(() => {
    latest.current = onBack;
  });
  useEffect(() => {
    // Once: going back takes a moment, and effects of a development build run twice.
    if (isPassed.current || isHeld.current || !isMarked()) return;
    isPassed.current = true;
    window.history.back();
  }, []);
  useEffect(() => {
    const hold = () => {
      window.history.pushState({ ...mark }, "");
      at.current = window.location.href;
      isHeld.current = true;
    };
    if (!isOn) {
      if (isHeld.current) window.history.back();
      isHeld.current = false;
      return undefined;
    }
    if (!isHeld.current) hold();
    const step = () => {
      const isOwn = isComingBack.current;
      isComingBack.current = false;
      if (isOwn || window.location.href !== at.current) return;
      isComingBack.current = latest.current();
      if (isComingBack.current) window.history.forward();
      else isHeld.current = false;
    };
    window.addEventListener("popstate", step);
    return () => window.removeEventListener("popstate", step);
  }, [isOn]);
}
