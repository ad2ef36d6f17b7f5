import type { Viewport } from "./viewport";

/** Pixels that a hand may tremble before a press becomes a drag. */
const SLACK = 3;
const MIDDLE = 1;

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "input, textarea, select, [contenteditable], [data-editor]",
    ) !== null
  );
}

/** Whether something else on the page would take the space bar as its own. */
function ownsSpace(frame: HTMLElement): boolean {
  const active = document.activeElement;
  return (
    isWriting(active) ||
    (active !== document.body && !frame.contains(active)) ||
    active?.closest("[role=slider], button, a") !== null
  );
}

/**
 * Drags the map with the space bar held, or with the middle button. A space bar under which something was dragged
 * opens nothing when it is let go.
 */
export function holdToPan(frame: HTMLElement, viewport: Viewport): () => void {
  let isHeld = false;
  let hasMoved = false;
  let from: { x: number; y: number; id: number } | null = null;
  const look = () =>
    (frame.dataset.pan = from ? "dragging" : isHeld ? "ready" : "");
  const down = (event: KeyboardEvent) => {
    if (event.key !== " " || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    if (ownsSpace(frame)) return;
    // Without a selected cell the page itself would scroll.
    if (document.activeElement === document.body) event.preventDefault();
    isHeld = true;
    hasMoved = false;
    look();
  };
  const up = (event: KeyboardEvent) => {
    if (event.key !== " " || !isHeld) return;
    isHeld = false;
    look();
    if (!hasMoved) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const press = (event: PointerEvent) => {
    const isPan = event.button === MIDDLE || (isHeld && event.button === 0);
    if (!isPan || isWriting(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    from = { x: event.clientX, y: event.clientY, id: event.pointerId };
    frame.setPointerCapture(event.pointerId);
    look();
  };
  const move = (event: PointerEvent) => {
    if (from?.id !== event.pointerId) return;
    const [dx, dy] = [from.x - event.clientX, from.y - event.clientY];
    if (!hasMoved && Math.hypot(dx, dy) < SLACK) return;
    hasMoved = true;
    viewport.panBy(dx, dy);
    from = { ...from, x: event.clientX, y: event.clientY };
  };
  const end = () => {
    from = null;
    look();
  };
  const leave = () => {
    isHeld = false;
    end();
  };
  // Nothing is picked up, selected or opened by a drag of the whole map.
  const quiet = (event: Event) => {
    if (!isHeld && !from) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("keydown", down, true);
  window.addEventListener("keyup", up, true);
  window.addEventListener("blur", leave);
  frame.addEventListener("pointerdown", press, true);
  frame.addEventListener("pointermove", move);
  frame.addEventListener("pointerup", end);
  frame.addEventListener("pointercancel", end);
  frame.addEventListener("dragstart", quiet, true);
  frame.addEventListener("mousedown", quiet, true);
  frame.addEventListener("click", quiet, true);
  return () => {
    window.removeEventListener("keydown", down, true);
    window.removeEventListener("keyup", up, true);
    window.removeEventListener("blur", leave);
    frame.removeEventListener("pointerdown", press, true);
    frame.removeEventListener("pointermove", move);
    frame.removeEventListener("pointerup", end);
    frame.removeEventListener("pointercancel", end);
    frame.removeEventListener("dragstart", quiet, true);
    frame.removeEventListener("mousedown", quiet, true);
    frame.removeEventListener("click", quiet, true);
  };
}
