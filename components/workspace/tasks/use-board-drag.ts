"use client";

import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import {
  draggable,
  dropTargetForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useEffectEvent, type RefObject } from "react";
import type { TaskStatus } from "@/lib/api/tasks";

/** What is pressed for itself and not to drag the card that it is on. */
const BUSY = "button, input, label, [role=button]";

/** Makes a card draggable, but not by what can be pressed on it. */
export function useDraggableCard(
  card: RefObject<HTMLElement | null>,
  {
    isOn,
    onHold,
    onLeave,
  }: { isOn: boolean; onHold: () => void; onLeave: () => void },
): void {
  const handleHold = useEffectEvent(onHold);
  const handleLeave = useEffectEvent(onLeave);
  useEffect(() => {
    const element = card.current;
    if (!element || !isOn) return;
    return draggable({
      element,
      canDrag: ({ input }) =>
        !document.elementFromPoint(input.clientX, input.clientY)?.closest(BUSY),
      onDragStart: handleHold,
      onDrop: handleLeave,
    });
  }, [card, isOn]);
}

/** Makes a column take what is dropped on it. */
export function useDropColumn(
  column: RefObject<HTMLElement | null>,
  {
    status,
    onOver,
    onDrop,
  }: {
    status: TaskStatus;
    onOver: (status: TaskStatus) => void;
    onDrop: (status: TaskStatus) => void;
  },
): void {
  const handleOver = useEffectEvent(() => onOver(status));
  const handleDrop = useEffectEvent(() => onDrop(status));
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      onDragEnter: handleOver,
      onDrop: handleDrop,
    });
  }, [column]);
}

/** The board scrolls along while a card is dragged to its edge. */
export function useBoardScroll(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = board.current;
    return element ? autoScrollForElements({ element }) : undefined;
  }, [board]);
}
