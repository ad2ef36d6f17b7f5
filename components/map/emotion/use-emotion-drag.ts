import { useEffect, useRef, type PointerEvent } from "react";
import type { Emotion } from "@/lib/journey/vocabulary";
import { levelAt, type CurveFrame } from "@/lib/layout/curve";

export interface EmotionDrag {
  readonly frame: CurveFrame;
  /** Where the point stands, in the frame. */
  readonly y: number;
  /** Each level that is passed; null when the drag ends without a change. */
  readonly onPreview: (value: Emotion | null) => void;
  /** Once, on release. */
  readonly onCommit: (value: Emotion) => void;
  /** Pressed and let go in place. */
  readonly onPress: () => void;
}

interface Held {
  readonly pointerId: number;
  readonly startY: number;
  readonly originY: number;
  /** Screen pixels per pixel of the frame: the map may be zoomed. */
  readonly scale: number;
  level: Emotion | null;
}

/** Pixels that a pointer may tremble before a press becomes a drag. */
const SLACK = 4;

/** Dragging a point up and down over the five levels: previews on the way, one write on release, Esc cancels. */
export function useEmotionDrag(drag: EmotionDrag) {
  const held = useRef<Held | null>(null);

  const cancel = () => {
    held.current = null;
    drag.onPreview(null);
  };
  const leave = useRef(cancel);
  useEffect(() => {
    leave.current = cancel;
  });
  // A colleague may delete what is held.
  useEffect(
    () => () => {
      if (held.current) leave.current();
    },
    [],
  );
  return {
    isHeld: () => held.current !== null,
    cancel,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0 || !event.isPrimary) return;
        // The grid would begin a selection or pan.
        event.stopPropagation();
        event.currentTarget.setPointerCapture?.(event.pointerId);
        held.current = hold(event, drag.y);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const at = held.current;
        if (!at || at.pointerId !== event.pointerId) return;
        const moved = event.clientY - at.startY;
        if (at.level === null && Math.abs(moved) < SLACK) return;
        const level = levelAt(at.originY + moved / at.scale, drag.frame);
        if (level === at.level) return;
        at.level = level;
        drag.onPreview(level);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const at = held.current;
        if (!at || at.pointerId !== event.pointerId) return;
        held.current = null;
        if (at.level === null) return drag.onPress();
        drag.onCommit(at.level);
      },
      onPointerCancel: cancel,
    },
  };
}

function hold(event: PointerEvent<HTMLElement>, originY: number): Held {
  const element = event.currentTarget;
  const scale =
    element.getBoundingClientRect().height / element.offsetHeight || 1;
  const { pointerId, clientY } = event;
  return { pointerId, startY: clientY, originY, scale, level: null };
}
