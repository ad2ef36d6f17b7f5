"use client";

import { useEffect } from "react";
import { api } from "@/components/workspace/api-client";
import { useTalk } from "./talk-context";

/**
 * Tells the server that a thread has been read, once it is in somebody's sight: what a tab in the background shows,
 * nobody has read.
 *
 * @param threadId - null while there is nothing to read.
 * @param saidAt - when its newest comment was written: another one has to be read again.
 */
export function useSeen(threadId: string | null, saidAt: string): void {
  const { base, reload } = useTalk();
  useEffect(() => {
    if (threadId === null) return;
    const over = new AbortController();
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      over.abort();
      const path = `${base}/threads/${threadId}/read`;
      void api(path, { method: "PUT" }).then(reload);
    };
    document.addEventListener("visibilitychange", tell, {
      signal: over.signal,
    });
    tell();
    return () => over.abort();
  }, [base, threadId, saidAt, reload]);
}
