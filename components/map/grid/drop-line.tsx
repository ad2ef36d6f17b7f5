"use client";

import { useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";
import { lineOf } from "./drop-lines";
import { useHand } from "./grid-context";
import type { Place, Subject } from "./places";

interface DropLineProps {
  readonly root: RefObject<HTMLElement | null>;
}

/** The line where a held thing would land; it is measured, so it is placed by hand after each drawing. */
export function DropLine({ root }: DropLineProps) {
  const hand = useHand((held) => held);
  const mark = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!mark.current) return;
    const isShown = placeLine(mark.current, root.current, hand);
    // The pointer is where the line is; the keys may carry it out of sight.
    if (isShown && hand?.by === "keys") {
      mark.current.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    }
  }, [root, hand]);
  return (
    <div
      ref={mark}
      hidden
      aria-hidden="true"
      data-drop-line=""
      className="pointer-events-none absolute rounded-full bg-accent forced-color-adjust-none forced-colors:bg-[Highlight]"
    />
  );
}

interface Landing {
  readonly subject: Subject;
  readonly place: Place | null;
}

/** Lays a mark where something would land, or hides it; tells whether it is shown. */
export function placeLine(
  mark: HTMLElement,
  root: HTMLElement | null,
  landing: Landing | null,
): boolean {
  const line =
    root && landing?.place
      ? lineOf(root, landing.subject, landing.place)
      : null;
  mark.hidden = line === null;
  // A line between cards goes behind the headings that stay in place, one between headings above them.
  mark.style.zIndex = landing?.place?.kind === "card" ? "4" : "20";
  for (const [side, pixels] of Object.entries(line ?? {})) {
    mark.style.setProperty(side, `${pixels}px`);
  }
  return line !== null;
}
