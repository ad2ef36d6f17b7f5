"use client";

import { useEffect, useRef } from "react";

/**
 * Lets the browser's Back take one step back, where leaving the page would lose what was decided on it. The page has an
 * entry of its own in the history for that, which Back takes instead of the page, and which goes with the last step. It is come back to, not made anew: browsers pass
 * over what a page adds without being touched.
 *
 * @param isOn - whether there is something to lose.
 * @param onBack - takes the step and says whether there is still something to lose.
 */
export function useBackStep(isOn: boolean, onBack: () => boolean): void {
  const latest = useRef(onBack);
  const isHeld = useRef(false);
  const isComingBack = useRef(false);
  /** A link within the page is no Back, but is told of in the same way. */
  const at = useRef("");
  useEffect(() => {
    latest.current = onBack;
  });
  useEffect(() => {
    const hold = () => {
      window.history.pushState(null, "");
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
