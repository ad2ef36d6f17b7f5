/** How far a map can be brought near or put away, and the steps in between. */
export const ZOOM = {
  least: 0.25,
  most: 2,
  choices: [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2],
} as const;

/** How much one pixel of a pinch changes. */
const WHEEL_PACE = 0.01;
/** A notch of a mouse is 100 pixels, which would be far too much at once. */
const WHEEL_MOST = 24;
/** Two levels that differ by less look alike, and rounding must not hold a step up. */
const SAME = 0.004;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** Keeps a level within what can be drawn. */
export function clampZoom(zoom: number): number {
  return Math.min(ZOOM.most, Math.max(ZOOM.least, zoom));
}

/** The next of the usual levels in a direction; the last one stays. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const next =
    direction > 0
      ? ZOOM.choices.find((choice) => choice > zoom + SAME)
      : ZOOM.choices.findLast((choice) => choice < zoom - SAME);
  return next ?? clampZoom(zoom);
}

/** The level after a turn of the wheel; down, and fingers that come together, put the map away. */
export function wheelZoom(zoom: number, deltaPixels: number): number {
  const turned = Math.min(WHEEL_MOST, Math.max(-WHEEL_MOST, deltaPixels));
  return clampZoom(zoom * Math.exp(-turned * WHEEL_PACE));
}

interface Anchor {
  /** How far the map is scrolled, in pixels of the screen. */
  readonly scroll: number;
  /** Where the pointer is, from the edge of the frame. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How far to scroll, along one axis, so that what is under the pointer stays there. */
export function anchoredScroll({ scroll, at, from, to }: Anchor): number {
  return ((scroll + at) * to) / from - at;
}

/**
 * The level at which all of something is in view, never nearer than its own size.
 *
 * @param content - its size at 100 %.
 */
export function fitZoom(content: Size, frame: Size): number {
  if (content.width <= 0 || content.height <= 0) return 1;
  const across = frame.width / content.width;
  const down = frame.height / content.height;
  return clampZoom(Math.min(1, across, down));
}

interface BoxFit {
  /** What shall be in view, from the map's top left at 100 %. */
  readonly box: Box;
  readonly frame: Size;
  /** What stays in view at the left and on top, at 100 %. */
  readonly head: Size;
}

/** Level and scroll that bring one part of a map into the middle of what the headings leave free. */
export function fitBox({ box, frame, head }: BoxFit): {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
} {
  const needed = {
    width: head.width + box.width,
    height: head.height + box.height,
  };
  const zoom = clampZoom(
    Math.min(frame.width / needed.width, frame.height / needed.height),
  );
  const free = (all: number, taken: number, size: number) =>
    Math.max(0, (all - (taken + size) * zoom) / 2);
  return {
    zoom,
    left:
      (box.left - head.width) * zoom - free(frame.width, head.width, box.width),
    top:
      (box.top - head.height) * zoom -
      free(frame.height, head.height, box.height),
  };
}
