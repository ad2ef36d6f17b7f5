import { useEffect } from "react";
import type { RefObject } from "react";

/** What is selected stays in sight when the map gets narrower: a panel that opens would hide it. */
export function useKeepInSight(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const frame = root.current;
    if (!frame || typeof ResizeObserver === "undefined") return;
    let width = frame.clientWidth;
    const observer = new ResizeObserver(() => {
      const before = width;
      width = frame.clientWidth;
      if (width >= before) return;
      const cell = frame.querySelector('[data-mark="active"]');
      if (!cell) return;
      const { left } = frame.getBoundingClientRect();
      const at = cell.getBoundingClientRect();
      const wasInSight = at.right > left && at.left < left + before;
      if (wasInSight)
        cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    observer.observe(frame);
    return () => observer.disconnect();
  }, [root]);
}
