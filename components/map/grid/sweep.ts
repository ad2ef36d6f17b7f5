import { edgePull } from "./edge-pull";
import type { GridStore } from "./grid-store";
import type { LeafKey, Point, RowKey } from "./shape";

/** Where a pointer is, in pixels of the window. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Follows the pointer until it is let go; Esc puts the selection back to where it began. */
export function sweep(
  root: HTMLElement,
  store: GridStore,
  start: Spot,
): () => void {
  let at = start;
  let frame = 0;
  const ends = new AbortController();
  const origin = pointAt(root, start);
  let last = origin;

  const take = () => {
    const point = pointAt(root, at);
    if (!point || isSame(point, last)) return;
    last = point;
    store.dispatch({ type: "select", point, card: null, extend: true });
  };
  const pull = () => {
    const { x, y } = edgePull(root, at);
    if (x !== 0 || y !== 0) {
      root.scrollBy({ left: x, top: y, behavior: "instant" });
      take();
    }
    frame = requestAnimationFrame(pull);
  };
  const end = () => {
    ends.abort();
    cancelAnimationFrame(frame);
  };
  const on = <Name extends keyof WindowEventMap>(
    name: Name,
    handle: (event: WindowEventMap[Name]) => void,
  ) =>
    window.addEventListener(name, handle, {
      signal: ends.signal,
      capture: true,
    });

  on("pointermove", (event) => {
    at = { x: event.clientX, y: event.clientY };
    if (frame === 0 && !isSame(pointAt(root, at), origin))
      frame = requestAnimationFrame(pull);
    take();
  });
  // The words under the pointer are not what is being selected.
  on(
    "selectstart" as never,
    ((event: Event) => event.preventDefault()) as never,
  );
  on("pointerup", end);
  on("pointercancel", end);
  on("keydown", (event) => {
    if (event.key !== "Escape" || !origin) return;
    event.preventDefault();
    event.stopPropagation();
    store.dispatch({
      type: "select",
      point: origin,
      card: null,
      extend: false,
    });
    end();
  });
  return end;
}

function pointAt(root: HTMLElement, { x, y }: Spot): Point | null {
  const cell = document
    .elementFromPoint(x, y)
    ?.closest<HTMLElement>("[data-cell]");
  const { row, leaf } = cell?.dataset ?? {};
  return cell && row && leaf && root.contains(cell)
    ? { row: row as RowKey, leaf: leaf as LeafKey }
    : null;
}

function isSame(a: Point | null, b: Point | null): boolean {
  return a?.row === b?.row && a?.leaf === b?.leaf;
}
