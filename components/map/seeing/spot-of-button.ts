import type { Spot } from "../editor-ui";

/** Just under the button that opens something; in the middle of the top where it is not on the page. */
export function spotOfButton(name: "filter" | "views"): Spot {
  const box = document
    .querySelector(`[data-opens="${name}"]`)
    ?.getBoundingClientRect();
  return box && box.width > 0
    ? { x: box.left, y: box.bottom }
    : { x: window.innerWidth / 2 - 160, y: window.innerHeight * 0.12 };
}
