"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import type { RefObject } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { wheelZoom } from "@/lib/layout/zoom";
import { useSeeing } from "./seeing-context";
import type { Viewport } from "./viewport";

/** With the first sign of life, or where that failed, with the first key or button that asks for it. */
const panning = onDemand(async () => (await import("./hold-to-pan")).holdToPan);

interface Sheet {
  /** What scrolls. */
  readonly frame: RefObject<HTMLElement | null>;
  /** What grows in it; null while the map is empty. */
  readonly content: HTMLElement | null;
}

/** Zooms and pans the map by wheel, pinch and the held space bar. Ctrl and + or − stay with the browser. */
export function useLooking({ frame, content }: Sheet): void {
  const { viewport } = useSeeing();
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || !content) return;
    return viewport.attach(element, content);
  }, [frame, content, viewport]);
  useEffect(() => {
    const element = frame.current;
    if (!element || !content) return;
    const stops = [
      zoomByWheel(element, viewport),
      zoomByFingers(element, viewport),
      zoomByGesture(element, viewport),
      panByHand(element, viewport),
    ];
    return () => stops.forEach((stop) => stop());
  }, [frame, content, viewport]);
}

function panByHand(frame: HTMLElement, viewport: Viewport): () => void {
  let stop: (() => void) | undefined;
  const begin = () => (stop ??= panning.get()?.(frame, viewport));
  const forget = panning.subscribe(begin);
  begin();
  const want = (event: KeyboardEvent | PointerEvent) => {
    const isAsked = "key" in event ? event.key === " " : event.button === 1;
    if (isAsked && !stop) panning.load().catch(() => undefined);
  };
  window.addEventListener("keydown", want, true);
  frame.addEventListener("pointerdown", want, true);
  return () => {
    window.removeEventListener("keydown", want, true);
    frame.removeEventListener("pointerdown", want, true);
    forget();
    stop?.();
  };
}

/** The element of a callback ref, so that effects see it come and go. */
export function useElement(): [
  HTMLElement | null,
  (element: HTMLElement | null) => void,
] {
  return useState<HTMLElement | null>(null);
}

const LINE_PIXELS = 16;

/** Ctrl and the wheel; browsers report two fingers on a trackpad as the same. */
function zoomByWheel(frame: HTMLElement, viewport: Viewport): () => void {
  const turn = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const delta =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE
        ? event.deltaY * LINE_PIXELS
        : event.deltaY;
    const at = { x: event.clientX, y: event.clientY };
    viewport.zoomAround((zoom) => wheelZoom(zoom, delta), at);
  };
  frame.addEventListener("wheel", turn, { passive: false });
  return () => frame.removeEventListener("wheel", turn);
}

/** Two fingers on glass; one finger scrolls as everywhere. */
function zoomByFingers(frame: HTMLElement, viewport: Viewport): () => void {
  let apart = 0;
  const move = (event: TouchEvent) => {
    const [one, other] = event.touches;
    if (!one || !other || event.touches.length !== 2) return;
    event.preventDefault();
    const now = Math.hypot(
      one.clientX - other.clientX,
      one.clientY - other.clientY,
    );
    const at = {
      x: (one.clientX + other.clientX) / 2,
      y: (one.clientY + other.clientY) / 2,
    };
    const factor = apart > 0 ? now / apart : 1;
    apart = now;
    viewport.zoomAround((zoom) => zoom * factor, at);
  };
  const end = () => (apart = 0);
  frame.addEventListener("touchmove", move, { passive: false });
  frame.addEventListener("touchend", end);
  frame.addEventListener("touchstart", end, { passive: true });
  return () => {
    frame.removeEventListener("touchmove", move);
    frame.removeEventListener("touchend", end);
    frame.removeEventListener("touchstart", end);
  };
}

interface GestureEvent extends UIEvent {
  readonly scale: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** Safari reports two fingers on a trackpad in a way of its own, and on glass in both ways. */
function zoomByGesture(frame: HTMLElement, viewport: Viewport): () => void {
  let before = 1;
  const isTouch = "ontouchstart" in window;
  const change = (event: Event) => {
    event.preventDefault();
    if (isTouch) return;
    const { scale, clientX, clientY } = event as GestureEvent;
    const factor = scale / before;
    before = scale;
    viewport.zoomAround((zoom) => zoom * factor, { x: clientX, y: clientY });
  };
  const start = (event: Event) => {
    event.preventDefault();
    before = 1;
  };
  frame.addEventListener("gesturestart", start);
  frame.addEventListener("gesturechange", change);
  return () => {
    frame.removeEventListener("gesturestart", start);
    frame.removeEventListener("gesturechange", change);
  };
}
