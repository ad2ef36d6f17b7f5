import { useEffect } from "react";
import type { RefObject } from "react";
import { idle } from "@/components/ui/idle";

const nextFrame = () =>
  new Promise<void>((done) => requestAnimationFrame(() => done()));

/** Whether the browser draws what is in a lane. */
const isLaidOut = ({ firstElementChild: head }: HTMLElement) =>
  head?.checkVisibility({ contentVisibilityAuto: true }) !== false;

/**
 * Lays out the lanes that are out of sight, one by one and in idle time. The browser leaves that until one is scrolled
 * to, and a lane of a large map is more than fits into a frame. It keeps what was laid out, and how high each lane is.
 *
 * @param isDrawn - whether all lanes have their cells.
 */
export function useLanesLaidOut(
  root: RefObject<HTMLElement | null>,
  isDrawn: boolean,
): void {
  useEffect(() => {
    const isLeftOut =
      typeof CSS !== "undefined" &&
      CSS.supports?.("content-visibility", "auto");
    // Without it nobody can ask which lanes are out of sight, and nothing is lost but a frame later on.
    const canAsk = "checkVisibility" in Element.prototype;
    if (!isDrawn || !isLeftOut || !canAsk) return;
    let isGone = false;
    const layOut = async () => {
      const lanes =
        root.current?.querySelectorAll<HTMLElement>("[data-lane]") ?? [];
      for (const lane of lanes) {
        await idle();
        if (isGone) return;
        if (isLaidOut(lane)) continue;
        lane.style.contentVisibility = "visible";
        // Its height is noted with the frame.
        await nextFrame();
        await nextFrame();
        lane.style.contentVisibility = "";
      }
    };
    void layOut();
    return () => {
      isGone = true;
    };
  }, [root, isDrawn]);
}
