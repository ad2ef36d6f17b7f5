"use client";

import { useMemo, useState } from "react";
import type { PointerEvent } from "react";

/** Whether a pointer is over an element: what only a pointer needs is drawn only there, not a thousand times. */
export function useOver() {
  const [isOver, setOver] = useState(false);
  const over = useMemo(
    () => ({
      // Not "enter": a part of the page that comes alive under the pointer is told the next move inside it. And not by what
      // passes under a mouse that rests while somebody scrolls, which would be drawn with its tools for nobody.
      onPointerMove: () => setOver(true),
      onPointerOver: ({ pointerType }: PointerEvent) => {
        if (pointerType !== "mouse") setOver(true);
      },
      onPointerLeave: () => setOver(false),
    }),
    [],
  );
  return { isOver, over };
}
