"use client";

import { useEffect } from "react";
import type { RefObject } from "react";
import { onDemand } from "@/components/ui/on-demand";
import type { GridStore } from "./grid-store";
import type { Spot } from "./sweep";

/** What begins something of its own when it is dragged, or is pressed. */
const OTHER_USE =
  "[data-drag], [data-act], [data-editor], [data-resize], [role=slider], a, button";

const sweeping = onDemand(async () => (await import("./sweep")).sweep);

/** Sweeping the mouse over the bare paper of cells selects them; near an edge the map scrolls along. */
export function useSweep(
  root: RefObject<HTMLElement | null>,
  store: GridStore,
): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let stop: (() => void) | null = null;
    const begin = (event: PointerEvent) => {
      if (!isSweep(event)) return;
      stop?.();
      stop = begun(element, store, { x: event.clientX, y: event.clientY });
    };
    element.addEventListener("pointerdown", begin);
    return () => {
      element.removeEventListener("pointerdown", begin);
      stop?.();
    };
  }, [root, store]);
}

function isSweep(event: PointerEvent): boolean {
  const { target, button, pointerType } = event;
  return (
    target instanceof Element &&
    pointerType === "mouse" &&
    button === 0 &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.defaultPrevented &&
    target.closest("[role=gridcell]") !== null &&
    target.closest(OTHER_USE) === null
  );
}

/** Begins at once or, while that part is still on its way, as soon as it is there and the button still held. */
function begun(root: HTMLElement, store: GridStore, start: Spot): () => void {
  const now = sweeping.get();
  if (now) return now(root, store, start);
  let stop: (() => void) | null = null;
  const ends = new AbortController();
  const end = () => ends.abort();
  for (const name of ["pointerup", "pointercancel"])
    window.addEventListener(name, end, { signal: ends.signal, capture: true });
  void sweeping.load().then(
    () => {
      if (ends.signal.aborted) return;
      end();
      stop = sweeping.get()?.(root, store, start) ?? null;
    },
    // Without a network the cell alone is selected, and the next attempt asks again.
    () => undefined,
  );
  return () => {
    end();
    stop?.();
  };
}
