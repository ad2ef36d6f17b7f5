import type { Viewport } from "./viewport";

/** All that is selected on the map, as it is drawn now: a card rather than the cell around it. */
export function selectedElements(viewport: Viewport): HTMLElement[] {
  const frame = viewport.getFrame();
  const card = frame?.querySelector<HTMLElement>("[data-card][tabindex='0']");
  if (card) return [card];
  return [
    ...(frame?.querySelectorAll<HTMLElement>("[data-mark], [data-picked]") ??
      []),
  ];
}
