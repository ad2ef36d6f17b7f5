"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { TIP_ID, watchTips } from "./tooltip-watch";
import type { Tip } from "./tooltip-watch";

const OFFSET = 6;
const MARGIN = 8;

/** Shows the tooltip of whatever is under the pointer or the focus; once, in the outermost layout. */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => watchTips(setTip), []);
  useLayoutEffect(() => {
    if (tip && box.current) place(box.current, tip);
  }, [tip]);
  if (!tip) return null;
  return (
    <div
      ref={box}
      id={TIP_ID}
      role="tooltip"
      className="fixed z-[60] flex w-max max-w-64 items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs font-medium text-paper shadow-float"
    >
      {tip.text}
      {tip.keys ? (
        <kbd className="font-sans text-2xs opacity-70">{tip.keys}</kbd>
      ) : null}
    </div>
  );
}

/** Beside its element on the side that it wants, on the other where there is no room, and never beyond the window. */
function place(box: HTMLElement, { element, side }: Tip): void {
  const at = element.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const within = (value: number, size: number, room: number) =>
    Math.max(MARGIN, Math.min(value, room - size - MARGIN));
  const above = at.top - height - OFFSET;
  const below = at.bottom + OFFSET;
  const before = at.left - width - OFFSET;
  const after = at.right + OFFSET;
  let top = at.top + (at.height - height) / 2;
  let left = at.left + (at.width - width) / 2;
  if (side === "top") top = above < MARGIN ? below : above;
  else if (side === "bottom")
    top = below + height > innerHeight - MARGIN ? above : below;
  else if (side === "left") left = before < MARGIN ? after : before;
  else left = after + width > innerWidth - MARGIN ? before : after;
  box.style.top = `${within(top, height, innerHeight)}px`;
  box.style.left = `${within(left, width, innerWidth)}px`;
}
