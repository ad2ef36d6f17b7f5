"use client";

import { useMemo } from "react";
import type { RefObject } from "react";
import type { LaneId } from "@/lib/journey/ids";
import { followPointer, useEdges } from "../grid/edge-drag";
import type { Desk } from "../hands/desk";
import { withinHeights } from "./height-limits";

/** The row of a lane as it is drawn now. */
export function rowOf(laneId: LaneId): HTMLElement | null {
  return document.querySelector(`[data-lane="${CSS.escape(laneId)}"]`);
}

/**
 * The lower edge of a lane's name, which is dragged, and fits the lane when it is clicked twice; Esc puts it back. Until
 * it is let go only this screen shows it: a height is written once, not at every pixel.
 */
export function useLaneEdges(
  root: RefObject<HTMLElement | null>,
  desk: Desk,
): void {
  const edge = useMemo(
    () => ({
      onPress: (id: string, start: PointerEvent) => {
        const laneId = id as LaneId;
        const row = rowOf(laneId);
        if (!row) return;
        start.preventDefault();
        drag(row, start, (height) =>
          desk.ask((hands) => hands.setLaneHeight(laneId, height)),
        );
      },
      onDoubleClick: (laneId: string) =>
        desk.ask((hands) => hands.setLaneHeight(laneId as LaneId, null)),
    }),
    [desk],
  );
  useEdges(root, "laneEdge", edge);
}

/** A hand that clicks moves by a pixel or two, and wishes for no other height. */
const SLACK_PX = 3;

function drag(
  row: HTMLElement,
  start: PointerEvent,
  write: (height: number) => void,
): void {
  const before = row.style.minHeight;
  const from = row.offsetHeight;
  // On a map that is zoomed, a pixel of the screen is another length of the map.
  const scale = row.getBoundingClientRect().height / (from || 1) || 1;
  let height: number | null = null;
  followPointer(
    ({ clientY }) => {
      const moved = clientY - start.clientY;
      if (height === null && Math.abs(moved) < SLACK_PX) return;
      height = withinHeights(from + moved / scale);
      row.style.minHeight = `${height}px`;
    },
    (how) => {
      // What is drawn follows the map again, which says the same once it is written.
      row.style.minHeight = before;
      if (how === "let-go" && height !== null) write(height);
    },
  );
}
