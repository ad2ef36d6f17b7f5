"use client";

import { useLayoutEffect, useRef } from "react";
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
const GAP = 5;
const EMPTY_WIDTH = 220;

/** The line where a held thing would land; it is measured, so it is placed by hand after each drawing. */
export function DropLine({
  root,
}: {
  readonly root: RefObject<HTMLElement | null>;
}) {
  const hand = useHand((held) => held);
  const mark = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const line =
      root.current && hand?.place
        ? lineOf(root.current, hand.subject, hand.place)
        : null;
    if (!mark.current) return;
    mark.current.hidden = line === null;
    for (const [side, pixels] of Object.entries(line ?? {})) {
      mark.current.style.setProperty(side, `${pixels}px`);
    }
    // The pointer is where the line is; the keys may carry it out of sight.
    if (line && hand?.by === "keys") {
      mark.current.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    }
  }, [root, hand]);
  return (
    <div
      ref={mark}
      hidden
      aria-hidden="true"
      className="pointer-events-none absolute z-20 rounded-full bg-accent"
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
      return cardLine(subject, place, { boxOf, lastOf });
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

interface Finders {
  readonly boxOf: Find;
  readonly lastOf: Find;
}

/** Above or below a card; beside it where cards stand next to each other. */
function cardLine(
  subject: Subject,
  place: Extract<Place, { kind: "card" }>,
  { boxOf, lastOf }: Finders,
): Line | null {
  const name = `[data-cell="${place.laneId}/${place.columnId}"]`;
  const cell = boxOf(name);
  const next = place.before ? boxOf(`[data-card="${place.before}"]`) : null;
  const last = lastOf(`${name} [data-card]:not([data-card="${subject.id}"])`);
  const card = next ?? last;
  if (!cell) return null;
  if (!card) {
    const width = Math.min(cell.width, EMPTY_WIDTH) - 2 * GAP;
    return { left: cell.left + GAP, top: cell.top + GAP, width, height: THICK };
  }
  if (cell.width > 1.5 * card.width) {
    const left = next ? card.left - GAP : card.right + GAP - THICK;
    return { left, top: card.top, width: THICK, height: card.height };
  }
  const top = next ? card.top - GAP + 1 : card.bottom + 1;
  return { left: card.left, top, width: card.width, height: THICK };
}
