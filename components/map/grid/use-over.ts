"use client";

import { useMemo, useState } from "react";

/** Whether a pointer is over an element: what only a pointer needs is drawn only there, not a thousand times. */
export function useOver() {
  const [isOver, setOver] = useState(false);
  const over = useMemo(
    () => ({
      // Not "enter": a part of the page that comes alive under the pointer is told the next move inside it.
      onPointerOver: () => setOver(true),
      onPointerLeave: () => setOver(false),
    }),
    [],
  );
  return { isOver, over };
}
