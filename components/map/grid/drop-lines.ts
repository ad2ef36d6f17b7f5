import type { Place, Subject } from "./places";

/** In pixels of what scrolls. */
export interface Line {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const THICK = 3;
const GAP = 5;
const EMPTY_WIDTH = 220;

/** Where the line is that shows where a thing would land; null where nothing of it is drawn. */
export function lineOf(
  root: HTMLElement,
  subject: Subject,
  place: Place,
): Line | null {
  const frame = root.getBoundingClientRect();
  const inside = (box: DOMRect): DOMRect =>
    new DOMRect(
      box.left - frame.left + root.scrollLeft,
      box.top - frame.top + root.scrollTop,
      box.width,
      box.height,
    );
  const boxOf = (selector: string) => {
    const element = root.querySelector(selector);
    return element ? inside(element.getBoundingClientRect()) : null;
  };
  const lastOf = (selector: string) => {
    const element = [...root.querySelectorAll(selector)].at(-1);
    return element ? inside(element.getBoundingClientRect()) : null;
  };
  const grid = boxOf("[role=grid]");
  if (!grid) return null;
  switch (place.kind) {
    case "stage":
    case "touchpoint":
      return upright(columnEdge(place, boxOf, lastOf), {
        grid,
        lanes: boxOf("[role=rowheader][data-drag=lane]"),
      });
    case "lane": {
      const next = place.before ? boxOf(`[data-lane="${place.before}"]`) : null;
      const top = next
        ? next.top
        : (lastOf("[data-lane]")?.bottom ?? grid.bottom);
      // Where it is scrolled away, at the edge of the headings that stay in view.
      const heads = boxOf('[role=columnheader][data-row="touchpoints"]');
      return {
        left: grid.left,
        top: Math.max(top - 2, heads?.bottom ?? 0),
        width: grid.width,
        height: THICK,
      };
    }
    case "card":
      return cardLine(subject, place, { boxOf, lastOf });
  }
}

type Find = (selector: string) => DOMRect | null;

function columnEdge(
  place: Extract<Place, { kind: "stage" | "touchpoint" }>,
  boxOf: Find,
  lastOf: Find,
): { x: number; top: number } | null {
  if (place.kind === "stage") {
    const next = place.before
      ? boxOf(`[data-drag="stage"][data-id="${place.before}"]`)
      : null;
    const last = lastOf('[data-cell][data-drag="stage"]');
    const box = next ?? last;
    return box && { x: next ? box.left : box.right, top: box.top };
  }
  const next = place.before
    ? boxOf(`[data-row="touchpoints"][data-leaf="${place.before}"]`)
    : null;
  if (next) return { x: next.left, top: next.top };
  const stage = boxOf(`[data-drag="stage"][data-id="${place.stageId}"]`);
  return stage && { x: stage.right, top: stage.bottom };
}

/** Along a whole column; where that is scrolled away, at the edge of the lanes' headings. */
function upright(
  edge: { x: number; top: number } | null,
  { grid, lanes }: { readonly grid: DOMRect; readonly lanes: DOMRect | null },
): Line | null {
  if (!edge) return null;
  return {
    left: Math.max(edge.x - 2, lanes?.right ?? 0),
    top: edge.top,
    width: THICK,
    height: grid.bottom - edge.top,
  };
}

interface Finders {
  readonly boxOf: Find;
  readonly lastOf: Find;
}

/** Above or below a card; beside it where cards stand next to each other. */
function cardLine(
  subject: Subject,
  place: Extract<Place, { kind: "card" }>,
  { boxOf, lastOf }: Finders,
): Line | null {
  const name = `[data-cell="${place.laneId}/${place.columnId}"]`;
  const cell = boxOf(name);
  const next = place.before ? boxOf(`[data-card="${place.before}"]`) : null;
  const last = lastOf(`${name} [data-card]:not([data-card="${subject.id}"])`);
  const card = next ?? last;
  if (!cell) return null;
  if (!card) {
    const width = Math.min(cell.width, EMPTY_WIDTH) - 2 * GAP;
    return { left: cell.left + GAP, top: cell.top + GAP, width, height: THICK };
  }
  if (cell.width > 1.5 * card.width) {
    const left = next ? card.left - GAP : card.right + GAP - THICK;
    return { left, top: card.top, width: THICK, height: card.height };
  }
  const top = next ? card.top - GAP + 1 : card.bottom + 1;
  return { left: card.left, top, width: card.width, height: THICK };
}
