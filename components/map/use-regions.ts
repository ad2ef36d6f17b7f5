"use client";

import { useEffect } from "react";

const FOCUSABLE =
  "a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex='0']";

/** Where the map is entered: at the selected cell or card. */
const ENTRANCE = "[data-card][tabindex='0'], [data-cell][tabindex='0']";

function isUsable(element: HTMLElement): boolean {
  return (
    element.closest("[inert], [hidden], [aria-hidden='true']") === null &&
    (element.checkVisibility?.({ visibilityProperty: true }) ?? true)
  );
}

/** The parts of the page that can be entered now, in reading order. */
function regionsOf(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(
    isUsable,
  );
}

function enter(
  region: HTMLElement,
  known: WeakMap<HTMLElement, HTMLElement>,
): void {
  const before = known.get(region);
  const target =
    (before?.isConnected && isUsable(before) ? before : null) ??
    region.querySelector<HTMLElement>(ENTRANCE) ??
    [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isUsable) ??
    region;
  if (target === region && region.tabIndex < 0)
    region.setAttribute("tabindex", "-1");
  target.focus();
}

/**
 * F6 goes to the next part of the page and Shift+F6 to the one before: header, map, panel, bars, notifications.
 * Each part is entered where it was left. Nothing happens while a dialog shuts the rest of the page off.
 */
export function useRegions(): void {
  useEffect(() => {
    const known = new WeakMap<HTMLElement, HTMLElement>();
    const regionOf = (target: EventTarget | null) =>
      target instanceof HTMLElement
        ? target.closest<HTMLElement>("[data-region]")
        : null;
    const remember = ({ target }: FocusEvent) => {
      const region = regionOf(target);
      if (region && region !== target) known.set(region, target as HTMLElement);
    };
    const step = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key !== "F6" || ctrlKey || metaKey || altKey) return;
      const regions = regionsOf();
      if (regions.length === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const here = regionOf(document.activeElement);
      const at = here ? regions.indexOf(here) : -1;
      const next =
        at < 0 && shiftKey ? regions.length - 1 : at + (shiftKey ? -1 : 1);
      const region = regions.at(next % regions.length);
      if (region) enter(region, known);
    };
    document.addEventListener("focusin", remember);
    // Before the library's own F6, which knows the notifications alone.
    window.addEventListener("keydown", step, true);
    return () => {
      document.removeEventListener("focusin", remember);
      window.removeEventListener("keydown", step, true);
    };
  }, []);
}
