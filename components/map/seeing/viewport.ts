import {
  anchoredScroll,
  clampZoom,
  fitBox,
  fitZoom,
  stepZoom,
} from "@/lib/layout/zoom";
import type { Box, Size } from "@/lib/layout/zoom";
import { keptZoom, keepZoom } from "./kept-zoom";

/** A point of the screen. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The part of the columns that is in view, in pixels of the map at 100 % from its first column. */
export interface Part {
  readonly left: number;
  readonly right: number;
}

export type ZoomTo = "in" | "out" | "fit" | "selection" | "actual";

/** What a map is seen through: how near it is and which part of it. The browser scrolls; this only tells it where. */
export class Viewport {
  private zoom: number;
  private frame: HTMLElement | null = null;
  private content: HTMLElement | null = null;
  /** What was asked for since the last drawing. */
  private next: { readonly zoom: number; readonly at: Spot } | null = null;
  private part: Part = { left: 0, right: 0 };
  private readonly listeners = new Set<() => void>();

  /** @param owner - whose map it is: person and journey. */
  constructor(private readonly owner: string) {
    this.zoom = 1;
  }

  readonly getZoom = (): number => this.zoom;
  readonly getPart = (): Part => this.part;
  readonly getFrame = (): HTMLElement | null => this.frame;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes over the element that scrolls and the one inside that grows. */
  attach(frame: HTMLElement, content: HTMLElement): () => void {
    this.frame = frame;
    this.content = content;
    const zoom = keptZoom(this.owner) ?? this.zoom;
    // As it was sent it is at 100 % already: to say so would lay out all of it once more before it can be used.
    if (zoom !== 1 || content.style.getPropertyValue("zoom") !== "")
      this.set(zoom);
    const look = () => this.look();
    const size = new ResizeObserver(look);
    size.observe(frame);
    size.observe(content);
    frame.addEventListener("scroll", look, { passive: true });
    return () => {
      size.disconnect();
      frame.removeEventListener("scroll", look);
      this.frame = null;
      this.content = null;
    };
  }

  /** Changes the level around a point of the screen, at most once per drawing: a wheel turns faster than a map is laid out. */
  zoomAround(change: (zoom: number) => number, at: Spot): void {
    const isWaiting = this.next !== null;
    const zoom = clampZoom(change(this.next?.zoom ?? this.zoom));
    this.next = { zoom, at };
    if (isWaiting) return;
    requestAnimationFrame(() => {
      const { next } = this;
      this.next = null;
      if (next) this.zoomNow(next.zoom, next.at);
    });
  }

  /** One of the usual levels, around the middle of what is in view. */
  zoomTo(to: Exclude<ZoomTo, "selection"> | number): void {
    const { frame, content } = this;
    if (!frame || !content) return;
    if (to === "fit") {
      const box = content.getBoundingClientRect();
      const size = {
        width: box.width / this.zoom,
        height: box.height / this.zoom,
      };
      this.set(fitZoom(size, sizeOf(frame)));
      frame.scrollTo(0, 0);
      return this.look();
    }
    const zoom =
      to === "in"
        ? stepZoom(this.zoom, 1)
        : to === "out"
          ? stepZoom(this.zoom, -1)
          : to === "actual"
            ? 1
            : clampZoom(to);
    const box = frame.getBoundingClientRect();
    const head = this.head();
    this.zoomNow(zoom, {
      x: (box.left + head.width * this.zoom + box.right) / 2,
      y: (box.top + head.height * this.zoom + box.bottom) / 2,
    });
  }

  /** Brings elements of the map as near as they fit between the headings and the edges. */
  fitElements(elements: readonly HTMLElement[]): void {
    const { frame } = this;
    const box = this.boxOf(elements);
    if (!frame || !box) return;
    const fit = fitBox({ box, frame: sizeOf(frame), head: this.head() });
    this.set(fit.zoom);
    frame.scrollTo({ left: fit.left, top: fit.top });
    this.look();
  }

  /** Scrolls so that a column stands right beside the names of the lanes. */
  goTo(x: number, isCalm = prefersCalm()): void {
    this.frame?.scrollTo({
      left: x * this.zoom,
      behavior: isCalm ? "instant" : "smooth",
    });
  }

  panBy(dx: number, dy: number): void {
    this.frame?.scrollBy({ left: dx, top: dy, behavior: "instant" });
  }

  set(zoom: number, { isKept = true } = {}): void {
    const { frame, content } = this;
    this.zoom = zoom;
    content?.style.setProperty("zoom", String(zoom));
    frame?.style.setProperty("--zoom", String(zoom));
    if (isKept) keepZoom(this.owner, zoom);
    this.look();
    this.notify();
  }

  /** What stays in view, at 100 %. */
  head(): Size {
    const heading = this.content?.querySelector<HTMLElement>("[data-heading]");
    const corner = heading?.querySelector<HTMLElement>("[role=rowheader]");
    const height = heading?.getBoundingClientRect().height ?? 0;
    const width = corner?.getBoundingClientRect().width ?? 0;
    return { width: width / this.zoom, height: height / this.zoom };
  }

  private zoomNow(zoom: number, at: Spot): void {
    const { frame } = this;
    if (!frame || zoom === this.zoom) return;
    const { left, top } = frame.getBoundingClientRect();
    const from = this.zoom;
    const x = { scroll: frame.scrollLeft, at: at.x - left, from, to: zoom };
    const y = { scroll: frame.scrollTop, at: at.y - top, from, to: zoom };
    const mark = markUnder(frame, at);
    this.set(zoom);
    frame.scrollTo(anchoredScroll(x), anchoredScroll(y));
    // Lanes that were out of sight may turn out taller than was guessed; what was seen stays where it was.
    if (mark) this.panBy(...mark.offset());
    this.look();
  }

  /** The least box around elements, from the map's top left at 100 %. Headings do not say where they would be. */
  private boxOf(elements: readonly HTMLElement[]): Box | null {
    const { frame, content, zoom } = this;
    if (!frame || !content || elements.length === 0) return null;
    const origin = content.getBoundingClientRect();
    const head = this.head();
    const boxes = elements.map((element) => {
      const box = element.getBoundingClientRect();
      const isTop = element.closest("[data-heading]") !== null;
      const isSide = element.closest("[role=rowheader]") !== null;
      const left = isSide
        ? frame.scrollLeft / zoom + head.width
        : (box.left - origin.left) / zoom;
      const top = isTop
        ? frame.scrollTop / zoom + head.height
        : (box.top - origin.top) / zoom;
      const right = left + (isSide ? 1 : box.width / zoom);
      const bottom = top + (isTop ? 1 : box.height / zoom);
      return { left, top, right, bottom };
    });
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const width = Math.max(...boxes.map((box) => box.right)) - left;
    const height = Math.max(...boxes.map((box) => box.bottom)) - top;
    return { left, top, width, height };
  }

  private readonly look = (): void => {
    const { frame, zoom } = this;
    if (!frame) return;
    const left = frame.scrollLeft / zoom;
    const right =
      (frame.scrollLeft + frame.clientWidth) / zoom - this.head().width;
    if (left === this.part.left && right === this.part.right) return;
    this.part = { left, right };
    this.notify();
  };

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): Size {
  return { width: clientWidth, height: clientHeight };
}

/** A cell that scrolls along under a point, and how far it has moved from there since. */
function markUnder(
  frame: HTMLElement,
  at: Spot,
): { readonly offset: () => [number, number] } | null {
  const cell = document
    .elementFromPoint(at.x, at.y)
    ?.closest<HTMLElement>("[data-cell]");
  if (!cell || !frame.contains(cell)) return null;
  if (cell.closest("[data-heading], [role=rowheader]")) return null;
  const box = cell.getBoundingClientRect();
  const x = (at.x - box.left) / box.width;
  const y = (at.y - box.top) / box.height;
  return {
    offset: () => {
      const now = cell.getBoundingClientRect();
      return [now.left + now.width * x - at.x, now.top + now.height * y - at.y];
    },
  };
}

export function prefersCalm(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
