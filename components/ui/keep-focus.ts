"use client";

import { useEffect } from "react";
import type { RefObject } from "react";

/** What Tab stops at. */
const STOPS =
  "a[href], button, input, select, textarea, [contenteditable=true], [tabindex='0']";

const isStop = (element: HTMLElement): boolean =>
  !element.matches(":disabled, [tabindex='-1']") &&
  (element.checkVisibility?.() ?? true);

/** For a part that has a ref of its own already. */
export function useFocusKept(part: RefObject<HTMLElement | null>): void {
  useEffect(() => (part.current ? keepFocus(part.current) : undefined), [part]);
}

/**
 * Whoever takes something away by keys stands on a button that goes with it. The focus would fall to the page, where Esc means
 * nothing and Tab begins at the top: in this part it goes on to what comes next. From a button that can do no more it goes
 * to the part itself, where the same key does nothing else. Somebody who has left the part is not called back into it.
 *
 * A list that closes gives the focus back to its field a frame later, if nothing has it until then. A dialog of React Aria takes
 * what has fallen to the page for itself half a second after it opened (for VoiceOver on iOS, which misses it otherwise). Where
 * both meet, the field would wait for ever, so what the dialog gets while a list has the focus of a field goes to that field.
 *
 * To be given to an element as its ref; that or one around it can take the focus.
 */
export function keepFocus(part: HTMLElement | null): (() => void) | undefined {
  if (!part) return undefined;
  const around = part.closest<HTMLElement>("[tabindex]");
  let last: HTMLElement | null = null;
  /** What gave its focus to something outside, as a field to its list. */
  let lender: HTMLElement | null = null;
  let at = 0;
  const stops = () =>
    [...part.querySelectorAll<HTMLElement>(STOPS)].filter(isStop);
  const remember = ({ target }: FocusEvent) => {
    last = target instanceof HTMLElement ? target : null;
    lender = null;
    at = last ? stops().indexOf(last) : 0;
  };
  const forget = ({ target, relatedTarget: next }: FocusEvent) => {
    const isLent = next instanceof Node && !around?.contains(next);
    if (isLent && target instanceof HTMLElement) lender = target;
    queueMicrotask(() => {
      const hasLeft = last?.isConnected && document.activeElement !== last;
      if (hasLeft && !last?.matches(":disabled")) last = null;
    });
  };
  const giveBack = ({ target, relatedTarget: from }: FocusEvent) => {
    // Whoever comes by a click or from elsewhere on the page has meant to.
    const isTaken = target === around && from === null;
    if (isTaken && lender?.isConnected) lender.focus();
  };
  const look = () => {
    const { activeElement, body } = document;
    const isOff = last?.matches(":disabled") ?? false;
    if (!last || (last.isConnected && !isOff)) return;
    if (activeElement !== body && activeElement !== last) return;
    const left = isOff ? [] : stops();
    last = null;
    const next = left[Math.min(Math.max(at, 0), left.length - 1)];
    (next ?? around)?.focus();
  };
  const changes = new MutationObserver(look);
  changes.observe(part, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled"],
  });
  part.addEventListener("focusin", remember);
  part.addEventListener("focusout", forget);
  around?.addEventListener("focusin", giveBack);
  return () => {
    changes.disconnect();
    part.removeEventListener("focusin", remember);
    part.removeEventListener("focusout", forget);
    around?.removeEventListener("focusin", giveBack);
  };
}
