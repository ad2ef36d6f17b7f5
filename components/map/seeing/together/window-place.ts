import { clampZoom } from "@/lib/layout/zoom";
import type { Look } from "@/lib/protocol/presence";
import type { Viewport } from "../viewport";

type CellPlace = NonNullable<Look["cell"]>;
type ScrollPlace = NonNullable<Look["scroll"]>;

/** Inside the edge, so that a hairline between two cells decides nothing. */
const INSIDE = 2;
/** Levels that differ by less look alike, and windows are rarely of one size. */
const SAME_ZOOM = 0.01;
/** What scrolls a view stands near its outside. */
const NEAR = 80;

/** Where the window begins on the grid: right below the headings and beside the names of the lanes. */
function corner(viewport: Viewport, frame: HTMLElement) {
  const { left, top } = frame.getBoundingClientRect();
  const head = viewport.head();
  const zoom = viewport.getZoom();
  return {
    x: left + head.width * zoom + INSIDE,
    y: top + head.height * zoom + INSIDE,
  };
}

const within = (part: number): number => Math.min(1, Math.max(0, part));

/** The part of the grid in the window; null where no cell is in its corner. */
export function cellPlace(viewport: Viewport): CellPlace | null {
  const frame = viewport.getFrame();
  if (!frame) return null;
  const at = corner(viewport, frame);
  const cell = document
    .elementsFromPoint(at.x, at.y)
    .map((element) => element.closest<HTMLElement>("[data-cell]"))
    .find((element) => element && frame.contains(element));
  const { row, leaf } = cell?.dataset ?? {};
  if (!cell || !row || !leaf) return null;
  const box = cell.getBoundingClientRect();
  const zoom = viewport.getZoom();
  const head = viewport.head();
  return {
    row,
    leaf,
    x: within((at.x - box.left) / box.width),
    y: within((at.y - box.top) / box.height),
    width: Math.max(1, Math.round(frame.clientWidth / zoom - head.width)),
    height: Math.max(1, Math.round(frame.clientHeight / zoom - head.height)),
  };
}

/** Brings a part of the grid into the window, as near as all of it fits; false where it is not drawn. */
export function goToCell(viewport: Viewport, place: CellPlace): boolean {
  const frame = viewport.getFrame();
  const target = frame && cellElement(frame, place);
  if (!frame || !target) return false;
  const head = viewport.head();
  const zoom = clampZoom(
    Math.min(
      frame.clientWidth / (place.width + head.width),
      frame.clientHeight / (place.height + head.height),
    ),
  );
  if (Math.abs(zoom - viewport.getZoom()) > SAME_ZOOM)
    viewport.set(zoom, { isKept: false });
  const settle = () => {
    if (!target.isConnected) return;
    const box = target.getBoundingClientRect();
    const at = corner(viewport, frame);
    viewport.panBy(
      box.left + box.width * place.x - at.x,
      box.top + box.height * place.y - at.y,
    );
  };
  settle();
  // Lanes that were out of sight may turn out taller than was guessed.
  requestAnimationFrame(settle);
  return true;
}

/** A cell; where this reader has put its lane aside, the heading of its column. */
function cellElement(
  frame: HTMLElement,
  { row, leaf }: CellPlace,
): HTMLElement | null {
  const named = (name: string) =>
    frame.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(name)}"][data-leaf="${CSS.escape(leaf)}"]`,
    );
  return named(row) ?? named("touchpoints");
}

/** What scrolls in a view other than the grid. */
function scroller(): HTMLElement | null {
  const region = document.querySelector<HTMLElement>("[data-region=map]");
  if (!region) return null;
  const near = [...region.querySelectorAll<HTMLElement>("*")].slice(0, NEAR);
  const scrolls = (element: HTMLElement) =>
    (element.scrollHeight > element.clientHeight + 1 ||
      element.scrollWidth > element.clientWidth + 1) &&
    /auto|scroll/.test(getComputedStyle(element).overflow);
  return [region, ...near].find(scrolls) ?? null;
}

const far = (size: number, shown: number): number => Math.max(1, size - shown);

/** How far a view other than the grid is scrolled; null while all of it is in the window. */
export function scrollPlace(): ScrollPlace | null {
  const element = scroller();
  if (!element) return null;
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element;
  return {
    x: within(scrollLeft / far(scrollWidth, element.clientWidth)),
    y: within(scrollTop / far(scrollHeight, element.clientHeight)),
  };
}

/** Scrolls a view other than the grid; false while nothing is there to scroll. */
export function goToScroll({ x, y }: ScrollPlace): boolean {
  const element = scroller();
  element?.scrollTo({
    left: x * far(element.scrollWidth, element.clientWidth),
    top: y * far(element.scrollHeight, element.clientHeight),
    behavior: "instant",
  });
  return element !== null;
}

/** Brings a touchpoint of the list into sight, below the strip of stages, and moves nothing around the list. */
export function goToListed(touchpointId: string): boolean {
  const list = document.querySelector("[data-testid=map-outline]");
  const found = list?.querySelector(
    `[data-touchpoint="${CSS.escape(touchpointId)}"]`,
  );
  if (!list || !found) return false;
  const strip = list.querySelector("nav")?.getBoundingClientRect().height ?? 0;
  const { top } = list.getBoundingClientRect();
  list.scrollTop += found.getBoundingClientRect().top - top - strip;
  return true;
}
