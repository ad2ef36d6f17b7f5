"use client";

import { useLayoutEffect, useState } from "react";
import type { RefObject } from "react";
import { useHand } from "./grid-context";
import type { Place, Subject } from "./places";

interface Line {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const THICK = 3;

/** The line where a held thing would land. */
export function DropLine({
  root,
}: {
  readonly root: RefObject<HTMLElement | null>;
}) {
  const hand = useHand((held) => held);
  const [line, setLine] = useState<Line | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    setLine(
      element && hand?.place ? lineOf(element, hand.subject, hand.place) : null,
    );
    if (hand?.by === "keys") {
      element
        ?.querySelector("[data-drop-line]")
        ?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }, [root, hand]);
  if (!line) return null;
  return (
    <div
      aria-hidden="true"
      data-drop-line=""
      className="pointer-events-none absolute z-20 rounded-full bg-accent"
      style={line}
    />
  );
}

function lineOf(
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
      return upright(columnEdge(place, boxOf, lastOf), grid);
    case "lane": {
      const next = place.before ? boxOf(`[data-lane="${place.before}"]`) : null;
      const top = next
        ? next.top
        : (lastOf("[data-lane]")?.bottom ?? grid.bottom);
      return {
        left: grid.left,
        top: top - 2,
        width: grid.width,
        height: THICK,
      };
    }
    case "card":
      return cardLine(subject, place, boxOf, lastOf);
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

function upright(
  edge: { x: number; top: number } | null,
  grid: DOMRect,
): Line | null {
  if (!edge) return null;
  return {
    left: edge.x - 2,
    top: edge.top,
    width: THICK,
    height: grid.bottom - edge.top,
  };
}

function cardLine(
  subject: Subject,
  place: Extract<Place, { kind: "card" }>,
  boxOf: Find,
  lastOf: Find,
): Line | null {
  const cell = `[data-cell="${place.laneId}/${place.columnId}"]`;
  const next = place.before ? boxOf(`[data-card="${place.before}"]`) : null;
  if (next)
    return {
      left: next.left,
      top: next.top - 4,
      width: next.width,
      height: THICK,
    };
  const last = lastOf(`${cell} [data-card]:not([data-card="${subject.id}"])`);
  if (last)
    return {
      left: last.left,
      top: last.bottom + 1,
      width: last.width,
      height: THICK,
    };
  const box = boxOf(cell);
  return (
    box && {
      left: box.left + 6,
      top: box.top + 6,
      width: Math.min(box.width, 220) - 12,
      height: THICK,
    }
  );
}
