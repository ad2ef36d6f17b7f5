import type { KeyboardEvent, RefObject } from "react";

/** Whether left and right walk along one persona's line, or between the personas of one grid cell. */
export type WalkScope = "lane" | "cell";

const CELL = "[role=gridcell]";
const SLIDER = "[role=slider]";

/**
 * Leads the focus between the points of an emotion lane: the lane is one tab stop for each line, or, inside a
 * grid, each cell is entered with Enter and left with Esc.
 */
export function useSliderWalk(
  root: RefObject<HTMLElement | null>,
  scope: WalkScope,
) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const slider =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>(SLIDER)
        : null;
    if (!slider || !root.current) return;
    if (event.key === "Escape" && scope === "cell") {
      slider.closest<HTMLElement>(CELL)?.focus();
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const path = pathOf(slider, root.current, scope);
      const next =
        path[path.indexOf(slider) + (event.key === "ArrowRight" ? 1 : -1)];
      if (next) moveTabStop(slider, next, scope);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Focuses the first point of an emotion cell of a grid; false where it has none. */
export function enterEmotionCell(cell: Element): boolean {
  const slider = cell.querySelector<HTMLElement>(SLIDER);
  slider?.focus();
  return slider !== null;
}

function pathOf(
  slider: HTMLElement,
  root: HTMLElement,
  scope: WalkScope,
): HTMLElement[] {
  if (scope === "cell") {
    return [
      ...(slider.closest(CELL)?.querySelectorAll<HTMLElement>(SLIDER) ?? []),
    ];
  }
  const sliders = [...root.querySelectorAll<HTMLElement>(SLIDER)];
  return sliders.filter(
    ({ dataset }) => dataset.persona === slider.dataset.persona,
  );
}

function moveTabStop(
  from: HTMLElement,
  to: HTMLElement,
  scope: WalkScope,
): void {
  if (scope === "lane") {
    from.tabIndex = -1;
    to.tabIndex = 0;
  }
  to.focus();
}
