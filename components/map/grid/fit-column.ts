import type { ColumnId, TouchpointId } from "@/lib/journey/ids";

/** Beside the words stand paddings, borders and a button. */
const BESIDE = 52;
/** A column that fits is never wider than this: longer texts go on in the next line. */
const WIDEST = 420;

/** The width at which the longest line in a column stands in one line, as far as that is sensible. */
export function fitColumn(
  root: HTMLElement,
  column: ColumnId | TouchpointId,
): number {
  const cells = root.querySelectorAll<HTMLElement>(
    `[data-leaf="${CSS.escape(column)}"]:not([aria-colspan])`,
  );
  const pen = document.createElement("canvas").getContext("2d");
  let widest = 0;
  for (const cell of cells) {
    for (const { words, font } of wordsIn(cell)) {
      if (!pen) return WIDEST;
      pen.font = font;
      widest = Math.max(widest, pen.measureText(words).width);
    }
  }
  return Math.min(WIDEST, Math.ceil(widest) + BESIDE);
}

function* wordsIn(
  cell: HTMLElement,
): Generator<{ words: string; font: string }> {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest(".sr-only, button, [aria-hidden=true]"))
      continue;
    const { font } = getComputedStyle(parent);
    for (const words of (node.nodeValue ?? "").split("\n"))
      yield { words, font };
  }
}
