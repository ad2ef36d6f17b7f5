import { useEffect } from "react";
import type { RefObject } from "react";

interface Edge {
  /** A press of the main button on an edge; `id` is what the edge bounds. */
  readonly onPress: (id: string, start: PointerEvent) => void;
  readonly onDoubleClick: (id: string) => void;
}

/**
 * Listens at the edges within an element that can be dragged.
 *
 * @param name - the data attribute of an edge that holds whose it is, as `dataset` spells it.
 * @param edge - the same object until something about it changes.
 */
export function useEdges(
  root: RefObject<HTMLElement | null>,
  name: "resize" | "laneEdge",
  edge: Edge,
): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const over = new AbortController();
    const { signal } = over;
    element.addEventListener(
      "pointerdown",
      (event) => {
        const id = edgeUnder(event, name);
        if (id && event.button === 0) edge.onPress(id, event);
      },
      { signal },
    );
    element.addEventListener(
      "dblclick",
      (event) => {
        const id = edgeUnder(event, name);
        if (id) edge.onDoubleClick(id);
      },
      { signal },
    );
    return () => over.abort();
  }, [root, name, edge]);
}

function edgeUnder({ target }: Event, name: string): string | null {
  let at =
    target instanceof HTMLElement || target instanceof SVGElement
      ? target
      : null;
  while (at && at.dataset[name] === undefined) at = at.parentElement;
  return at?.dataset[name] ?? null;
}

/** Let go, taken away by the browser, or given up with Esc. */
export type DragEnd = "let-go" | "lost" | "escaped";

/** Follows the pointer until it is let go; Esc gives up, and nothing else hears of it. */
export function followPointer(
  onMove: (event: PointerEvent) => void,
  onEnd: (how: DragEnd) => void = () => undefined,
): void {
  const over = new AbortController();
  const { signal } = over;
  const end = (how: DragEnd) => {
    over.abort();
    onEnd(how);
  };
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", () => end("let-go"), { signal });
  window.addEventListener("pointercancel", () => end("lost"), { signal });
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      end("escaped");
    },
    { signal, capture: true },
  );
}
