"use client";

import { useEffect } from "react";
import { api } from "@/components/workspace/api-client";
import { useTalk } from "./talk-context";

/** Half of it is seen, or as much as the window has room for. */
const isMostlySeen = ({
  isIntersecting,
  intersectionRatio,
  intersectionRect,
}: IntersectionObserverEntry) =>
  isIntersecting &&
  (intersectionRatio >= 0.5 ||
    intersectionRect.height >= window.innerHeight / 4);

/**
 * Tells the server how far a thread has been read, once it is in somebody's sight: what a tab in the background shows,
 * or what lies further down, nobody has read.
 *
 * @param card - what has to be in sight.
 * @param threadId - null while there is nothing to read.
 * @param saidAt - when its newest comment was written: another one has to be read again.
 */
export function useSeen(
  card: React.RefObject<HTMLElement | null>,
  threadId: string | null,
  saidAt: string,
): void {
  const { base, reload } = useTalk();
  useEffect(() => {
    if (threadId === null) return;
    const over = new AbortController();
    let isInSight = typeof IntersectionObserver === "undefined";
    const tell = () => {
      if (!isInSight || over.signal.aborted) return;
      if (document.visibilityState !== "visible") return;
      over.abort();
      const path = `${base}/threads/${threadId}/read`;
      void api(path, { method: "PUT", body: { upTo: saidAt } }).then(reload);
    };
    document.addEventListener("visibilitychange", tell, {
      signal: over.signal,
    });
    if (!isInSight && card.current) {
      const observer = new IntersectionObserver(
        (entries) => {
          isInSight = entries.some(isMostlySeen);
          tell();
        },
        { threshold: [0, 0.25, 0.5] },
      );
      observer.observe(card.current);
      over.signal.addEventListener("abort", () => observer.disconnect());
    }
    tell();
    return () => over.abort();
  }, [card, base, threadId, saidAt, reload]);
}
