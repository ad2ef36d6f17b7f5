import { followPointer } from "./edge-drag";
import type { DragEnd } from "./edge-drag";

export interface DragSpot {
  readonly x: number;
  readonly y: number;
}

/** What has a use of its own for a press, on a thing that can be dragged. */
export const BUSY =
  "[data-editor], [data-act], [data-resize], [role=slider], a";

/** A drag that began before what carries things was there. */
export interface EarlyDrag {
  readonly thing: HTMLElement;
  readonly start: DragSpot;
  /** Where the pointer is or was let go. */
  at: DragSpot;
  /** How it ended, if it did. */
  end: DragEnd | null;
  /** Hears the rest of it, from whoever carries on. */
  onMove: ((at: DragSpot) => void) | null;
  onEnd: ((how: DragEnd) => void) | null;
}

/** Follows a press of the mouse on something that can be dragged; null for every other press. */
export function followEarly(event: PointerEvent): EarlyDrag | null {
  const { target, button, pointerType, clientX: x, clientY: y } = event;
  if (!(target instanceof Element) || button !== 0 || pointerType !== "mouse")
    return null;
  const thing = target.closest<HTMLElement>("[data-drag]");
  if (!thing || target.closest(BUSY)) return null;
  const start = { x, y };
  const early: EarlyDrag = {
    thing,
    start,
    at: start,
    end: null,
    onMove: null,
    onEnd: null,
  };
  const over = new AbortController();
  // The words under the pointer are not what is being taken.
  document.addEventListener("selectstart", (press) => press.preventDefault(), {
    signal: over.signal,
  });
  followPointer(
    ({ clientX, clientY }) => {
      early.at = { x: clientX, y: clientY };
      early.onMove?.(early.at);
    },
    (how) => {
      over.abort();
      early.end = how;
      early.onEnd?.(how);
    },
  );
  return early;
}
