"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import type { RefObject } from "react";
import { useCommands } from "@/components/room/use-commands";
import type { LaneId } from "@/lib/journey/ids";
import { setLane } from "@/lib/journey/lanes";
import { followPointer, useEdges } from "../grid/edge-drag";
import { speak } from "../grid/speak";
import { changeHeight, withinHeights } from "./lane-heights";
import type { HeightChange } from "./lane-heights";

/** Makes a lane taller or lower by name and says the result; the pointer does the same at its edge. */
export function useLaneHeight(): (
  laneId: LaneId,
  change: HeightChange,
) => void {
  const { run } = useCommands();
  const t = useTranslations("lanes.height");
  return useCallback(
    (laneId, change) => {
      const drawn = rowOf(laneId)?.offsetHeight ?? 0;
      const made = run((ctx) => changeHeight(ctx, laneId, { change, drawn }));
      if (!made?.ok) return;
      const { height } = made;
      speak(height === null ? t("fitted") : t("spoken", { height }));
    },
    [run, t],
  );
}

function rowOf(laneId: LaneId): HTMLElement | null {
  return document.querySelector(`[data-lane="${CSS.escape(laneId)}"]`);
}

/**
 * The lower edge of a lane's name, which is dragged, and fits the lane when it is clicked twice; Esc puts it back. Until
 * it is let go only this screen shows it: a height is written once, not at every pixel.
 */
export function useLaneEdges(root: RefObject<HTMLElement | null>): void {
  const { run } = useCommands();
  const resize = useLaneHeight();
  const edge = useMemo(
    () => ({
      onPress: (id: string, start: PointerEvent) => {
        const laneId = id as LaneId;
        const row = rowOf(laneId);
        if (!row) return;
        start.preventDefault();
        drag(row, start, (height) =>
          run((ctx) => setLane(ctx, { laneId, height })),
        );
      },
      onDoubleClick: (laneId: string) => resize(laneId as LaneId, "fit"),
    }),
    [run, resize],
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
